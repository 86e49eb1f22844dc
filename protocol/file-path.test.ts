import { expect, test } from 'vitest';
import { faultOfPath } from './file-path.ts';
import { FilePath } from './program.ts';

const names = [
  'a.py',
  'lib/ä.py',
  '👾.txt',
  '.env',
  'a b',
  '',
  '/a',
  'a/',
  'a//b',
  './a',
  'a/../b',
  'a\\b',
  'a\nb',
];
const long = ['x'.repeat(200), 'x'.repeat(201), `${'ä'.repeat(130)}.py`];

test.each([...names, ...long])('what a page says of a name is what the server does with it: %j', (name) => {
  expect(faultOfPath(name, []) === undefined).toBe(FilePath.safeParse(name).success);
});

test('a name that another file has, or that another file needs as a folder, is refused', () => {
  expect(faultOfPath('a.py', ['a.py'])).toBe('There is a file a.py already.');
  expect(faultOfPath('lib', ['lib/a.py'])).toBe('lib is a folder of another file.');
  expect(faultOfPath('main.py/x', ['main.py'])).toBe('main.py is a file, and cannot be a folder.');
  expect(faultOfPath('lib/b.py', ['lib/a.py', 'li'])).toBeUndefined();
});
