import { expect, test } from 'vitest';
import type { LanguageInfo } from '#protocol/language.ts';
import { fallbackLanguages } from '../_languages/fallback.ts';
import { programOfFiles } from './program-of-files.ts';

const [python] = fallbackLanguages as [LanguageInfo];
const go: LanguageInfo = { ...python, id: 'go', source: 'main.go', extensions: ['.go'] };
const file = (path: string, encoding: 'utf8' | 'base64' = 'utf8') => ({ path, content: path, encoding });
const of = (...paths: string[]) => {
  const program = programOfFiles(
    paths.map((path) => file(path)),
    [python, go],
    python,
  );
  return (
    program && [
      program.language.id,
      program.draft.code,
      program.draft.entry,
      program.draft.files.map(({ path }) => path),
    ]
  );
};

test.each([
  [
    ['util.py', 'main.go'],
    ['go', 'main.go', '', ['util.py']],
  ],
  [
    ['lib/a.py', 'app.py', 'README'],
    ['python', 'app.py', 'app.py', ['lib/a.py', 'README']],
  ],
  [
    ['main.go', 'main.py'],
    ['python', 'main.py', '', ['main.go']],
  ],
  [['README', 'data.csv'], undefined],
])('of %j the main file is found', (paths, expected) => {
  expect(of(...paths)).toEqual(expected);
});

test('what is no text is no main file', () => {
  expect(programOfFiles([file('main.py', 'base64')], [python], python)).toBeUndefined();
});
