import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packedStart, packProgram, unpackProgram } from './packed-program.ts';

const packed = (text: string) => packedStart + deflateRawSync(text).toString('base64url');

test('a program comes out of its link as it went in, whatever signs are in it', async () => {
  const draft = {
    ...{
      language: 'python',
      code: 'print("ü 🎉 \u0000 </script>")\r\n',
      title: '<b>',
      stdin: 'a\nb',
      args: ['-v'],
      statement: '# Ask for *it*',
    },
    files: [{ path: 'a b/<i>.bin', content: '//79', encoding: 'base64' as const }],
  };
  const hash = await packProgram({ ...draft, forkedFrom: { id: 'abcdefghij', revision: 1 } });
  expect(hash).toMatch(/^v1\.[\w-]+$/);
  expect(await unpackProgram(hash)).toEqual({ ok: true, draft: { ...draft, env: {}, tests: [] } });
});

test('hidden tests are not in a link that anybody can read', async () => {
  const tests = [
    { name: 'shown', stdin: '1', expected: '1', hidden: false },
    { name: 'kept back', stdin: 'secret', expected: '2', hidden: true },
  ];
  const hash = await packProgram({ language: 'python', code: '', tests });
  const text = inflateRawSync(Buffer.from(hash.slice(packedStart.length), 'base64url')).toString();
  expect(JSON.parse(text).tests).toEqual([tests[0]]);
  expect(text).not.toContain('secret');
});

test.each([
  ['nothing', 'v1.'],
  ['no base64', 'v1.%%%'],
  [
    'a link that was cut off',
    packed(JSON.stringify({ language: 'python', code: 'x = 1\n'.repeat(99) })).slice(0, 20),
  ],
  ['no JSON', packed('{"language":')],
  ['a program without code', packed('{"language":"python"}')],
  ['a list', packed('[1]')],
  [
    'a file outside the work folder',
    packed('{"language":"python","code":"","files":[{"path":"../x","content":""}]}'),
  ],
  ['a title of several lines', packed('{"language":"python","code":"","title":"a\\nb"}')],
])('%s is told as a damaged link', async (_, hash) => {
  expect(await unpackProgram(hash)).toMatchObject({ ok: false, words: expect.stringContaining('damaged') });
});

test('what would grow beyond all programs is not unpacked to its end', async () => {
  const bomb = packedStart + deflateRawSync(Buffer.alloc(256 * 1024 * 1024)).toString('base64url');
  const before = process.memoryUsage().arrayBuffers;
  expect(await unpackProgram(bomb)).toMatchObject({ ok: false, words: expect.stringContaining('more than') });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test('a program that is too large for a snippet is refused, and so is a link that is too long for any', async () => {
  const large = packed(JSON.stringify({ language: 'python', code: 'x'.repeat(1024 * 1024 + 1) }));
  expect(await unpackProgram(large)).toMatchObject({
    ok: false,
    words: expect.stringContaining('more than'),
  });
  expect(await unpackProgram(`v1.${'A'.repeat(3 * 1024 * 1024)}`)).toMatchObject({ ok: false });
});
