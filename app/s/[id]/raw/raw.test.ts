import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { GET } from './route.ts';

let scratch: AsyncDisposable;
beforeAll(async () => {
  scratch = await temporaryDatabase();
});
afterAll(() => scratch[Symbol.asyncDispose]());

const get = (id: string) =>
  GET(new Request(`http://localhost:8080/s/${id}/raw`), { params: Promise.resolve({ id }) });

test('the code comes as plain text that no browser takes for anything else', async () => {
  const code = '\uFEFF<html><script>alert(1)</script>\r\n\0😀';
  const { snippet } = await createSnippet(SnippetDraft.parse({ language: 'python', code }));
  const answer = await get(snippet.id);
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(code);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['nothere123', '../../etc/passwd', ''])('%j is a 404 in words', async (id) => {
  const answer = await get(id);
  expect([answer.status, await answer.text()]).toEqual([404, 'This link does not exist or was deleted.\n']);
});
