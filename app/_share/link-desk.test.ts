import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Snippet } from '#protocol/snippet.ts';
import { editTokenOf, keepEditToken, keptLinks } from './edit-tokens.ts';
import { LinkDesk } from './link-desk.ts';
import { createLink, deleteLink, readLink } from './link-requests.ts';
import type { Shared } from './shared.ts';
import { memoryStorage, type TestApi, testApi } from './test-api.ts';

let api: TestApi;
let desk: LinkDesk;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => {
  desk = new LinkDesk();
  api.asked.length = 0;
  globalThis.localStorage = memoryStorage() as unknown as Storage;
});

const tests = [{ stdin: '1', expected: '2' }];
const shared = (draft: Partial<Shared['draft']> = {}, more: Partial<Shared> = {}): Shared => ({
  ...{ key: 'draft', run: undefined, opened: undefined, curl: '' },
  text: { title: '', grammar: 'python', files: [] },
  ...more,
  draft: { language: 'python', code: 'print(1)', title: 'T', stdin: 'in', tests, ...draft },
});

function ready() {
  const state = desk.state();
  if (state.phase !== 'ready') throw new Error(`It is ${state.phase}: ${JSON.stringify(state)}`);
  return state;
}

async function saved(): Promise<Snippet> {
  const answer = await readLink(ready().link);
  if (!answer.ok) throw new Error(answer.words);
  return answer.value;
}

test('opening makes the link and keeps its key; opening again at once, or later, makes no second one', async () => {
  await Promise.all([desk.open(shared()), desk.open(shared())]);
  await desk.open(shared());
  expect(api.asked).toEqual(['POST /api/v1/snippets']);
  const { id, editToken } = ready().link;
  expect(editTokenOf(id)).toBe(editToken);
  expect(keptLinks()).toMatchObject([{ id, editToken, note: { title: 'T', language: 'python' } }]);
});

test('who may find it and how long it lasts change without a revision; what it takes along is one', async () => {
  await desk.open(shared());
  await desk.choose(shared(), { visibility: 'public' });
  await desk.choose(shared(), { expiry: '7d' });
  expect(await saved()).toMatchObject({ revision: 1, visibility: 'public', stdin: 'in' });
  expect(ready().link.expiresAt).toBe((await saved()).expiresAt);
  await Promise.all([desk.choose(shared(), { input: false }), desk.choose(shared(), { tests: false })]);
  expect(await saved()).toMatchObject({ revision: 3, visibility: 'public', stdin: '', tests: [] });
  await desk.choose(shared(), { input: true });
  expect(await saved()).toMatchObject({ revision: 4, stdin: 'in', tests: [] });
});

test('changed code is asked about: the same link for it, or another', async () => {
  await desk.open(shared());
  const first = ready().link;
  await desk.open(shared({ code: 'print(2)' }));
  expect(desk.state()).toMatchObject({ phase: 'asking', link: { id: first.id } });
  await desk.update(shared({ code: 'print(2)' }));
  expect(await saved()).toMatchObject({ id: first.id, revision: 2, code: 'print(2)' });
  await desk.open(shared({ code: 'print(3)' }));
  await desk.create(shared({ code: 'print(3)' }));
  expect(ready().link.id).not.toBe(first.id);
  expect(await readLink(first)).toMatchObject({ value: { code: 'print(2)' } });
});

test('a change that came in between elsewhere is not written over', async () => {
  await desk.open(shared());
  const other = new LinkDesk();
  const { id } = ready().link;
  const opened = { id, revision: 1, visibility: 'unlisted', expiresAt: null, hidesTests: false } as const;
  await other.open(shared({}, { opened: { ...opened, draft: shared().draft } }));
  await other.choose(shared(), { input: false });
  await desk.choose(shared(), { tests: false });
  expect(ready().words).toBe('This link was changed elsewhere meanwhile.');
  expect(ready().choices.tests).toBe(true);
  expect(await saved()).toMatchObject({ revision: 2, stdin: '', tests: [{ stdin: '1' }] });
});

test('a link that was deleted meanwhile says so, and makes room for a new one', async () => {
  await desk.open(shared());
  await deleteLink(ready().link);
  await desk.choose(shared(), { visibility: 'public' });
  expect(desk.state()).toMatchObject({ phase: 'refused', words: expect.stringContaining('does not exist') });
  await desk.create(shared());
  expect(ready().done).toBe('created');
});

test('one’s own snippet that was opened is updated with the tests that only its owner is told of', async () => {
  const hidden = { stdin: 'secret', expected: 'x', hidden: true };
  const created = await createLink({ ...shared().draft, tests: [...tests, hidden] });
  if (!created.ok) throw new Error(created.words);
  const { id, editToken, revision } = created.value;
  keepEditToken(id, editToken);
  const opened = { id, revision, visibility: 'unlisted', expiresAt: null, hidesTests: true } as const;
  const edited = shared({ code: 'print(2)' }, { opened: { ...opened, draft: shared().draft } });
  await desk.open(edited);
  await desk.update(edited);
  expect(await saved()).toMatchObject({ id, revision: 2, tests: [{ stdin: '1' }, { stdin: 'secret' }] });
});

test('somebody else’s snippet that was opened becomes a link of one’s own', async () => {
  const created = await createLink(shared().draft);
  if (!created.ok) throw new Error(created.words);
  const { id, revision } = created.value;
  const opened = { id, revision, visibility: 'unlisted', expiresAt: null, hidesTests: false } as const;
  const forkedFrom = { id, revision };
  await desk.open(shared({ forkedFrom }, { opened: { ...opened, draft: shared().draft } }));
  expect(await saved()).toMatchObject({ forkedFrom });
  expect(ready().link.id).not.toBe(id);
});

test('a run that cannot be kept is told in words, and the link is made all the same', async () => {
  await desk.open(shared({}, { run: { runId: 'r', token: 't' } }));
  expect(ready().words).toBe('The execution server could not tell what the last run did.');
});

test('what is too large, and a server that is not there, are told in words', async () => {
  await desk.open(shared({ code: 'x'.repeat(1024 * 1024 + 1) }));
  expect(desk.state()).toMatchObject({ words: 'This snippet is too large to share: 1.0 MB of 1 MB.' });
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await desk.open(shared());
  expect(desk.state()).toMatchObject({ phase: 'refused', words: expect.stringContaining('not reachable') });
  globalThis.fetch = fetch;
  await desk.open(shared());
  expect(ready().done).toBe('created');
});
