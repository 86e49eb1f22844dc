import { expect, test } from 'vitest';
import { Output } from './output.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

test('a character that comes in two pieces is said once, whole', () => {
  const output = new Output(100, 'utf8');
  const euro = bytes('€');
  expect(output.take('stdout', euro.subarray(0, 1))).toEqual([]);
  expect(output.take('stdout', euro.subarray(1))).toEqual([{ stream: 'stdout', data: '€' }]);
});

test('however the bytes are cut, the text is the same', () => {
  const text = bytes('naïve 🦊 → ключ\n\u{1F469}‍\u{1F469}‍\u{1F466}');
  for (let size = 1; size <= text.length; size += 1) {
    const output = new Output(1000, 'utf8');
    let said = '';
    for (let at = 0; at < text.length; at += size) {
      for (const piece of output.take('stdout', text.subarray(at, at + size))) said += piece.data;
    }
    for (const piece of output.finish()) said += piece.data;
    expect(said).toBe(text.toString('utf8'));
  }
});

test('the two streams do not disturb each other’s characters', () => {
  const output = new Output(100, 'utf8');
  const euro = bytes('€');
  output.take('stdout', euro.subarray(0, 2));
  expect(output.take('stderr', bytes('x'))).toEqual([{ stream: 'stderr', data: 'x' }]);
  expect(output.take('stdout', euro.subarray(2))).toEqual([{ stream: 'stdout', data: '€' }]);
});

test('bytes that are not UTF-8 become U+FFFD, also a half character at the very end', () => {
  const output = new Output(100, 'utf8');
  expect(output.take('stdout', Buffer.from([0x61, 0xff, 0x62]))).toEqual([
    { stream: 'stdout', data: 'a\uFFFDb' },
  ]);
  output.take('stdout', bytes('€').subarray(0, 2));
  expect(output.finish()).toEqual([{ stream: 'stdout', data: '\uFFFD' }]);
});

test('a byte order mark that the program printed is kept', () => {
  const output = new Output(100, 'utf8');
  expect(output.take('stdout', bytes('\uFEFFhi'))).toEqual([{ stream: 'stdout', data: '\uFEFFhi' }]);
});

test('in base64 every byte arrives intact', () => {
  const output = new Output(1000, 'base64');
  const all = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  const said = output.take('stdout', all).map((piece) => Buffer.from(piece.data, 'base64'));
  expect(Buffer.concat(said)).toEqual(all);
});

test('beyond the limit output is counted, not kept, and exactly what was kept is said', () => {
  const output = new Output(4, 'utf8');
  expect(output.take('stdout', bytes('abc'))).toEqual([{ stream: 'stdout', data: 'abc' }]);
  expect(output.isOver).toBe(false);
  expect(output.take('stderr', bytes('def'))).toEqual([{ stream: 'stderr', data: 'd' }]);
  expect(output.take('stdout', bytes('ghi'))).toEqual([]);
  expect(output).toMatchObject({ isOver: true, keptBytes: 4, printedBytes: 9 });
});

test('exactly the limit is not over it', () => {
  const output = new Output(3, 'utf8');
  output.take('stdout', bytes('abc'));
  expect(output.isOver).toBe(false);
});

test('a character that the limit cut in two is left out, not said as nonsense', () => {
  const output = new Output(2, 'utf8');
  expect(output.take('stdout', bytes('€€'))).toEqual([]);
  expect(output.finish()).toEqual([]);
});

test.each([
  ['one byte of a character', [bytes('😀😀')], 5, 4],
  ['three bytes of one', [bytes('a😀😀')], 8, 5],
  ['one that came in two pieces', [bytes('😀').subarray(0, 2), bytes('😀').subarray(2)], 3, 0],
  ['nothing, between two of them', [bytes('😀😀')], 4, 4],
  ['a byte order mark, whole', [bytes('\uFEFF\uFEFF')], 3, 3],
  ['bytes that begin no character', [Buffer.from([0x61, 0xff, 0x80, 0x80])], 3, 3],
])('where the limit cuts off %s, what was kept is what was said', (_, pieces, limit, kept) => {
  const output = new Output(limit, 'utf8');
  for (const piece of pieces) output.take('stdout', piece);
  output.finish();
  expect(output).toMatchObject({ isOver: true, keptBytes: kept });
});

test('what the other stream still owed at the cut was not kept either', () => {
  const output = new Output(4, 'utf8');
  output.take('stderr', bytes('é').subarray(0, 1));
  output.take('stdout', bytes('abcd'));
  output.finish();
  expect(output.keptBytes).toBe(3);
});

test('in base64 half a character is kept', () => {
  const output = new Output(3, 'base64');
  output.take('stdout', bytes('😀'));
  output.finish();
  expect(output.keptBytes).toBe(3);
});
