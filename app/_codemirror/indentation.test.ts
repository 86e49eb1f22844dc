import { expect, it } from 'vitest';
import { indentationOf } from './indentation.ts';

it.each([
  ['def f():\n    pass', 'auto', '    ', 4],
  ['if (x) {\n  y();\n}', 'auto', '  ', 4],
  ['func f() {\n\treturn\n}', 'auto', '\t', 4],
  ['func f() {\n\treturn\n}', 8, '\t', 8],
  ['if (x) {\n  y();\n}', 4, '    ', 4],
  ['/*\n * a comment is no indentation\n */\nf() {\n   x\n}', 'auto', '   ', 4],
  [`f(\n${' '.repeat(20)}deep)`, 'auto', '    ', 4],
  ['', 'auto', '    ', 4],
] as const)('%j with %s is indented by %j, a tab being %i wide', (text, chosen, unit, columns) => {
  expect(indentationOf(text, chosen)).toEqual({ unit, columns });
});
