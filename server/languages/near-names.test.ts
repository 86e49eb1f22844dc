import { expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

const names = ['python', 'javascript', 'typescript', 'c', 'c++', 'java'];

test.each([
  ['pyhton', ['python']],
  ['PYTHON', ['python']],
  ['pythn', ['python']],
  ['python2', ['python']],
  ['javascrpt', ['javascript', 'java']],
  ['jav', ['java', 'javascript']],
  ['c+', ['c', 'c++']],
  ['ts', []],
  ['cobol', []],
  ['', []],
])('%s may have meant %j', (wrong, meant) => {
  expect(nearNames(wrong, names)).toEqual(meant);
});

test('a very long wrong name is answered at once', () => {
  expect(nearNames('x'.repeat(64), names)).toEqual([]);
});
