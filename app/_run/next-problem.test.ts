import { expect, test } from 'vitest';
import type { Diagnostic } from '#protocol/run-event.ts';
import { nextProblem } from './next-problem.ts';

const found = (file: string, line: number, column?: number): Diagnostic => ({
  phase: 'run',
  severity: 'error',
  message: 'm',
  file,
  line,
  ...(column === undefined ? {} : { column }),
});
const diagnostics = [found('b.py', 1), found('a.py', 7, 3), found('a.py', 2), found('/usr/lib/x.py', 1)];
const paths = ['a.py', 'b.py'];

test.each([
  ['the one after the cursor', { path: 'a.py', line: 2, column: 1 }, false, 'a.py:7:3'],
  ['that of the next file', { path: 'a.py', line: 7, column: 3 }, false, 'b.py:1:1'],
  ['the first after the last', { path: 'b.py', line: 9, column: 1 }, false, 'a.py:2:1'],
  ['the one before the cursor', { path: 'b.py', line: 1, column: 1 }, true, 'a.py:7:3'],
  ['the last before the first', { path: 'a.py', line: 1, column: 1 }, true, 'b.py:1:1'],
])('goes to %s', (_what, cursor, isBackwards, expected) => {
  const spot = nextProblem(diagnostics, { paths, cursor, isBackwards });
  expect(`${spot?.path}:${spot?.line}:${spot?.column}`).toBe(expected);
});

test('without a problem in a file that is there, there is nowhere to go', () => {
  const cursor = { path: 'a.py', line: 1, column: 1 };
  expect(nextProblem([found('gone.py', 1)], { paths, cursor, isBackwards: false })).toBeUndefined();
});
