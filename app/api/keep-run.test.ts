import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { database } from '#prisma/client.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { programDigest } from '#protocol/program-digest.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { type CreatedSnippet, SnippetDraft } from '#protocol/snippet.ts';
import { GET as recording } from './v1/snippets/[id]/recording/route.ts';
import { GET, PUT } from './v1/snippets/[id]/route.ts';
import { POST } from './v1/snippets/route.ts';

const secret = 'a-secret-that-nobody-can-guess-0123456789';
const hello = { language: 'python', code: 'print("Hello")' };
const run = { runId: 'run 1/..', token: 'token' };
const address = 'http://localhost:8080/api/v1/snippets';

let scratch: Awaited<ReturnType<typeof temporaryDatabase>>;
/** What the execution server's stand-in says of the run, and what it was asked with. */
let told: { status: number; body: unknown };
let asked: IncomingMessage | undefined;
const server = createServer((request, response) => {
  if (request.url?.startsWith('/runs/')) {
    asked = request;
    response.writeHead(told.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(told.body));
  } else response.writeHead(404).end('{}');
});

beforeAll(async () => {
  scratch = await temporaryDatabase();
  await writeFile(join(scratch.folder, 'secret'), secret);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
beforeEach(() => {
  vi.stubEnv('EXECUTION_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  asked = undefined;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await scratch[Symbol.asyncDispose]();
});

const events: RunEvent[] = [
  { type: 'started', language: 'python', version: '3.13.5', image: 'i', digest: 'sha256:ab', warm: true },
  { type: 'output', stream: 'stdout', data: 'what was really printed\n', at: 3 },
  {
    type: 'finished',
    outcome: { kind: 'ok', exitCode: 0 },
    phase: 'run',
    wallMs: 5,
    cpuMs: 5,
    memoryBytes: 5,
    facts: [],
  },
];
const digestOf = (draft: object) => programDigest(SnippetDraft.parse(draft));
const tell = (draft: object, over: object = {}) => {
  told = { status: 200, body: { program: digestOf(draft), isJudged: false, events, ...over } };
};
const refuse = (status: number, code: string) => {
  told = { status, body: { success: false, error: { code, message: 'inner words' } } };
};

async function share(draft: object, extra: object = {}): Promise<CreatedSnippet> {
  const body = JSON.stringify({ ...draft, run, ...extra });
  const answer = await POST(
    new Request(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
  );
  expect(answer.status).toBe(201);
  return await answer.json();
}

const named = (id: string) => ({ params: Promise.resolve({ id }) });
const recordingOf = async (id: string) => await recording(new Request(`${address}/${id}`), named(id));

test('sharing keeps the run as the execution server saw it, asked with the secret and the run’s token', async () => {
  tell(hello);
  const { id, run: verdict, recording: note, languageVersion } = await share(hello);
  expect(verdict).toEqual({ kept: true });
  expect([note?.outcome, languageVersion]).toEqual(['ok', '3.13.5']);
  expect(asked?.url).toBe('/runs/run%201%2F../recording');
  expect(asked?.headers).toMatchObject({ 'x-bugdrill-secret': secret, 'x-bugdrill-run-token': 'token' });
  expect(await (await recordingOf(id)).json()).toMatchObject({ outcome: 'ok', events });
  const row = await database().recording.findFirstOrThrow({ where: { snippetId: id } });
  expect(row.imageDigest).toBe('sha256:ab');
});

test('what a page says that a program printed is not listened to', async () => {
  tell(hello);
  const forged = [{ ...events[1], data: 'FORGED' }];
  const { id } = await share(hello, { events: forged, recording: { outcome: 'ok' } });
  expect(await (await recordingOf(id)).text()).not.toContain('FORGED');
});

test('a run of another program is not kept, and the snippet is', async () => {
  tell({ ...hello, code: 'print("all tests passed")' });
  const { id, run: verdict } = await share(hello);
  expect(verdict).toEqual({ kept: false, message: 'The last run was of another program.' });
  expect((await recordingOf(id)).status).toBe(404);
  expect((await GET(new Request(address), named(id))).status).toBe(200);
});

test.each([
  [404, 'not_found', /no longer there/],
  [409, 'conflict', /still under way/],
  [413, 'too_large', /too much/],
  [401, 'unauthorized', /could not tell/],
  [500, 'platform_fault', /could not tell/],
])(
  'a run that cannot be had (%d) is told in words, and the snippet is saved',
  async (status, code, words) => {
    refuse(status, code);
    const { run: verdict, recording: note } = await share(hello);
    expect(verdict).toMatchObject({ kept: false, message: expect.stringMatching(words) });
    expect(JSON.stringify(verdict)).not.toContain('inner words');
    expect(note).toBeNull();
  },
);

test('an execution server that is not there, or talks nonsense, does not keep anybody from sharing', async () => {
  told = { status: 200, body: { hello: 1 } };
  expect((await share(hello)).run).toMatchObject({ kept: false });
  vi.stubEnv('EXECUTION_URL', 'http://127.0.0.1:9');
  expect((await share(hello)).run).toMatchObject({ kept: false });
});

test('an author’s run of hidden tests is not shared: it would tell them', async () => {
  const tests = [{ stdin: 'SECRET', expected: 'SECRET', hidden: true }];
  const judged = { ...hello, tests };
  tell(judged, {
    isJudged: true,
    events: [...events.slice(0, 1), { ...events[1], data: 'SECRET' }, events[2]],
  });
  const { id, run: verdict } = await share(judged);
  expect(verdict).toMatchObject({ kept: false, message: expect.stringContaining('hidden tests') });
  expect(await (await recordingOf(id)).text()).not.toContain('SECRET');
  const shown = { ...hello, tests: [{ stdin: '1', expected: '1' }] };
  tell(shown, { isJudged: true });
  expect((await share(shown)).run).toEqual({ kept: true });
});

test('a run of the program itself is kept where it has hidden tests, and holds none of them', async () => {
  const judged = { ...hello, tests: [{ stdin: 'SECRET', expected: 'SECRET', hidden: true }] };
  tell(hello);
  const { id, run: verdict } = await share(judged);
  expect(verdict).toEqual({ kept: true });
  expect(await (await recordingOf(id)).text()).not.toContain('SECRET');
});

test('a new revision brings its own run, and the one before keeps its own', async () => {
  tell(hello);
  const { id, editToken } = await share(hello);
  const next = { ...hello, code: 'print(2)' };
  tell(next);
  const headers = { 'Content-Type': 'application/json', 'X-Edit-Token': editToken };
  const body = JSON.stringify({ ...next, run });
  const answer = await PUT(new Request(address, { method: 'PUT', headers, body }), named(id));
  expect(await answer.json()).toMatchObject({ revision: 2, run: { kept: true } });
  for (const name of [id, `${id}@1`, `${id}@2`]) expect((await recordingOf(name)).status).toBe(200);
});

test('a run that is too large to be kept is told so', async () => {
  const noise = Array.from({ length: 40_000 }, () => Math.random().toString(36)).join('');
  tell(hello, { events: [events[0], { ...events[1], data: noise }, events[2]] });
  expect((await share(hello)).run).toMatchObject({
    kept: false,
    message: expect.stringContaining('256 KiB'),
  });
});
