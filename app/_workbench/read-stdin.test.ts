import { expect, test } from 'vitest';
import { readStdin } from './read-stdin.ts';

test('a text file is the input as it is', async () => {
  expect(await readStdin(new File(['\uFEFFé\r\n'], 'in.txt'))).toEqual({ ok: true, text: '\uFEFFé\r\n' });
});

test('bytes that are no text, and more than may be sent, are refused in words', async () => {
  expect(await readStdin(new File([Uint8Array.of(255, 0)], 'in.bin'))).toEqual({
    ok: false,
    words: 'in.bin is not text.',
  });
  const large = new File(['x'.repeat(1_500_000)], 'large.txt');
  expect(await readStdin(large)).toEqual({ ok: false, words: 'large.txt is too large: 1.5 MB of 1 MiB.' });
});
