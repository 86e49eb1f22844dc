import { expect, it } from 'vitest';
import { mentionedLine } from './mentioned-line.ts';

it('finds the innermost line of a Python traceback', () => {
  const text =
    'File "/work/main.py", line 9, in <module>\n  File "/work/main.py", line 5, in main\nValueError: no';
  expect(mentionedLine(text, 'main.py')).toBe(5);
});

it('finds the first mistake that a compiler names', () => {
  expect(mentionedLine("main.c:4:3: error: expected ';'\nmain.c:9:1: error: again", 'main.c')).toBe(4);
});

it('finds nothing where the source is not named', () => {
  expect(mentionedLine('other.py:3 failed', 'main.py')).toBeNull();
  expect(mentionedLine('mainXpy:3', 'main.py')).toBeNull();
});
