import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { LastLines, linesOf } from './output-lines.ts';

test('lines are whole however the chunks are cut, also inside a character', async () => {
  const bytes = Buffer.from('one\r\n\nzwölf\nlast');
  const chunks = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
  expect(lines).toEqual(['one', 'zwölf', 'last']);
});

test('only the last lines are kept, short and without colours', () => {
  const lines = new LastLines();
  for (let n = 1; n <= 100; n++) lines.add(`\u001b[31mline\u001b[0m ${n}\n`);
  lines.add(`   \n${'x'.repeat(5000)}\u0000\n\n`);
  const kept = lines.toString().split('\n');
  expect(kept.slice(0, 2)).toEqual(['line 87', 'line 88']);
  expect(lines.last).toBe('x'.repeat(300));
});

test('what overwrites its own line counts as lines', () => {
  const lines = new LastLines();
  lines.add('10%\r20%\r100%\r\n');
  expect(lines.last).toBe('100%');
});
