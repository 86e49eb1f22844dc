import { expect, test } from 'vitest';
import { type Draft, emptyDraft } from './draft.ts';
import {
  fileAt,
  pathsOf,
  withContent,
  withFile,
  withFileBack,
  withName,
  withOrder,
  withoutFile,
} from './draft-files.ts';

const file = (path: string, content = path) => ({ path, content, encoding: 'utf8' as const });
const draft: Draft = { ...emptyDraft('main'), files: [file('a'), file('b'), file('c')] };
const paths = (change: Partial<Draft>) => pathsOf({ ...draft, ...change }, 'main.py');

test('the main file comes first, under the language’s usual name or its own', () => {
  expect(paths({})).toEqual(['main.py', 'a', 'b', 'c']);
  expect(paths({ entry: 'app.py' })).toEqual(['app.py', 'a', 'b', 'c']);
});

test('a path that is no file opens the main one', () => {
  expect(fileAt(draft, 'main.py', 'gone')).toEqual(file('main.py', 'main'));
  expect(fileAt(draft, 'main.py', 'b').content).toBe('b');
});

test('what is written goes into its own file', () => {
  expect(withContent(draft, 'main.py', 'x')).toEqual({ code: 'x' });
  expect(withContent(draft, 'b', 'x').files?.map(({ content }) => content)).toEqual(['a', 'x', 'c']);
});

test('a file is added at the end, or in the place of its namesake', () => {
  expect(paths(withFile(draft, file('d')))).toEqual(['main.py', 'a', 'b', 'c', 'd']);
  expect(withFile(draft, file('b', 'new')).files?.[1]).toEqual(file('b', 'new'));
});

test('a deleted file comes back where it was', () => {
  const without = { ...draft, ...withoutFile(draft, 'b') };
  expect(pathsOf(without, 'main.py')).toEqual(['main.py', 'a', 'c']);
  expect(paths(withFileBack(without, file('b'), 1))).toEqual(['main.py', 'a', 'b', 'c']);
});

test('renaming the main file makes it the entry, and back under the usual name it needs none', () => {
  expect(withName(draft, 'main.py', { from: 'main.py', to: 'app.py' })).toEqual({ entry: 'app.py' });
  const renamed = { ...draft, entry: 'app.py' };
  expect(withName(renamed, 'main.py', { from: 'app.py', to: 'main.py' })).toEqual({ entry: '' });
  expect(paths(withName(draft, 'main.py', { from: 'b', to: 'lib/b' }))).toEqual([
    'main.py',
    'a',
    'lib/b',
    'c',
  ]);
});

test.each([
  ['c', 'a', ['main.py', 'c', 'a', 'b']],
  ['a', 'c', ['main.py', 'b', 'c', 'a']],
  ['b', 'main.py', ['main.py', 'b', 'a', 'c']],
  ['main.py', 'b', ['main.py', 'a', 'b', 'c']],
])('%s dropped onto %s', (moved, target, order) => {
  expect(paths(withOrder(draft, moved, target))).toEqual(order);
});
