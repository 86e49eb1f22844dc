import { expect, test } from 'vitest';
import { codeBlocksIn } from './read-markdown.ts';

test.each([
  ['```python\nprint(1)\n```', 'python', 'print(1)\n'],
  ['Look:\r\n\r\n~~~ js\r\nlet a\r\n~~~\r\nand so on', 'js', 'let a\n'],
  ['````c++ title="x"\n```\n````', 'c++', '```\n'],
  ['```{.rust .numberLines}\nfn main() {}\n```', 'rust', 'fn main() {}\n'],
  ['```\nplain\n```', '', 'plain\n'],
  ['  ```go\n\tx\n  ```', 'go', '\tx\n'],
  ['```python\nnever closed', 'python', 'never closed\n'],
])('%j holds a block of %j', (text, language, code) => {
  expect(codeBlocksIn(text)).toEqual([{ language, code }]);
});

test('several blocks come in their order; a text without a fence holds none', () => {
  expect(codeBlocksIn('```a\n1\n```\n```b\n2\n```').map(({ language }) => language)).toEqual(['a', 'b']);
  expect(codeBlocksIn('`x`\nprint("```")\n    code')).toEqual([]);
});

test('a text that is too long is not looked through, and one of many fences at once', () => {
  expect(codeBlocksIn('```\n'.repeat(400_000))).toEqual([]);
  expect(codeBlocksIn(`${'`'.repeat(500_000)}\n${'~'.repeat(500_000)}`)).toHaveLength(1);
});
