import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase } from '#prisma/client.ts';
import { createSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { ExecuteRequest } from '#protocol/execute.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { HEAD, GET as health } from '../health/route.ts';
import { execute } from './execution.ts';
import { StandInServer } from './test-execution-server.ts';
import { POST } from './v1/snippets/[id]/execute/route.ts';

const program = SnippetDraft.parse({
  language: 'python',
  code: 'print(input())',
  files: [{ path: 'a.txt', content: 'a' }],
  stdin: 'saved',
  args: ['-v'],
  env: { A: '1' },
});

let scratch: AsyncDisposable;
let server: StandInServer;

beforeAll(async () => {
  scratch = await temporaryDatabase();
  server = await StandInServer.start();
});
beforeEach(() => vi.stubEnv('EXECUTION_URL', server.url));
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await scratch[Symbol.asyncDispose]();
});

/** Answers like the execution server, and remembers what it was asked. */
function answerWith(status: number, body: string, headers: Record<string, string> = {}): { asked: unknown } {
  const seen: { asked: unknown } = { asked: undefined };
  server.behave = async (request, response) => {
    seen.asked = request.method === 'POST' ? await json(request) : undefined;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  };
  return seen;
}

async function run(body?: string, headers = { 'Content-Type': 'application/json' }): Promise<Response> {
  const { snippet } = await createSnippet(program);
  const request = { method: 'POST', ...(body === undefined ? {} : { body, headers }) };
  return POST(new Request('http://localhost:8080/x', request), {
    params: Promise.resolve({ id: snippet.id }),
  });
}

test('a snippet is run as it was saved, and the answer is passed on', async () => {
  const seen = answerWith(200, '{"success":true,"stdout":"saved\\n"}');
  const answer = await run();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ success: true, stdout: 'saved\n' });
  const { title: _title, statement: _statement, tests: _tests, ...saved } = program;
  expect(seen.asked).toEqual(saved);
});

test('stdin, arguments and time can be asked for anew', async () => {
  const seen = answerWith(200, '{}');
  await run(JSON.stringify({ stdin: 'other', args: [], timeout_sec: 2 }));
  expect(seen.asked).toMatchObject({ code: program.code, stdin: 'other', args: [], timeout_sec: 2 });
});

const tested = SnippetDraft.parse({
  language: 'python',
  code: 'print(input())',
  tests: [
    { stdin: '1', expected: '1', limits: { wallMs: 500 } },
    { name: 'h', stdin: 'in', expected: 'out', hidden: true },
  ],
});

async function runTested(body: object, draft = tested): Promise<Response> {
  const { snippet } = await createSnippet(draft);
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request('http://localhost:8080/x', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ id: snippet.id }) });
}

test('the saved tests are run when asked for, the hidden ones too, in the names of REST', async () => {
  const seen = answerWith(200, '{}');
  await runTested({ tests: true, stop_at_first_failure: true });
  expect(seen.asked).toMatchObject({
    stop_at_first_failure: true,
    tests: [
      { stdin: '1', expected: '1', limits: { wall_ms: 500 } },
      { name: 'h', stdin: 'in', expected: 'out', hidden: true, limits: {} },
    ],
  });
  const { success } = ExecuteRequest.safeParse(seen.asked);
  expect(success).toBe(true);
});

test('tests that are given are run in the place of the saved ones, in the names of REST', async () => {
  const seen = answerWith(200, '{}');
  await runTested({ tests: [{ stdin: '9', expected: '9', limits: { cpuMs: 100 } }] });
  expect(seen.asked).toMatchObject({ tests: [{ stdin: '9', expected: '9', limits: { cpu_ms: 100 } }] });
  expect(JSON.stringify(seen.asked)).not.toContain('"in"');
  expect((await runTested({ tests: [] })).status).toBe(400);
});

test('a revision is run as it was; what can be opened once is burnt by a stranger who runs it', async () => {
  const seen = answerWith(200, '{}');
  const { snippet } = await createSnippet(program, { expiry: 'first_view' });
  const ask = () =>
    POST(new Request('http://localhost:8080/x', { method: 'POST' }), {
      params: Promise.resolve({ id: `${snippet.id}@1` }),
    });
  expect((await ask()).status).toBe(200);
  expect(seen.asked).toMatchObject({ code: program.code });
  expect((await ask()).status).toBe(410);
});

test('without the wish no saved test is run', async () => {
  const seen = answerWith(200, '{}');
  await runTested({ tests: false });
  expect(seen.asked).not.toHaveProperty('tests');
});

test('a snippet without tests cannot be judged', async () => {
  const seen = answerWith(200, '{}');
  const answer = await runTested({ tests: true }, program);
  expect([answer.status, (await answer.json()).error.field]).toEqual([400, 'tests']);
  expect(seen.asked).toBeUndefined();
});

test.each([
  ['{"tests":1}', 400, 'tests'],
  ['{"stdin":5}', 400, 'stdin'],
  ['{"timeout_sec":"1"}', 400, 'timeout_sec'],
  ['{"args":"x"}', 400, 'args'],
  ['[]', 400, undefined],
  [JSON.stringify({ stdin: 'x'.repeat(1_100_000) }), 413, 'stdin'],
])('a wrong wish is refused before anything runs', async (body, status, field) => {
  const seen = answerWith(200, '{}');
  const answer = await run(body);
  expect([answer.status, (await answer.json()).error.field]).toEqual([status, field]);
  expect(seen.asked).toBeUndefined();
});

test('an unknown snippet is a 404 and runs nothing', async () => {
  const request = new Request('http://localhost:8080/x', { method: 'POST' });
  const answer = await POST(request, { params: Promise.resolve({ id: 'nothere123' }) });
  expect(answer.status).toBe(404);
});

test('the execution server’s own refusals are passed on, with when to come back', async () => {
  const refusal =
    '{"success":false,"error":{"code":"queue_full","message":"Too many runs wait.","retryAfter":3}}';
  answerWith(503, refusal, { 'Retry-After': '3' });
  const answer = await run();
  expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
    503,
    '3',
    refusal,
  ]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

async function expectFault(answer: Response, status: number): Promise<void> {
  const text = await answer.text();
  expect(answer.status).toBe(status);
  expect(JSON.parse(text)).toMatchObject({
    success: false,
    error: { code: 'platform_fault', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect(text).not.toMatch(/ECONNREFUSED|fetch|127\.0\.0\.1|\.ts/);
}

test('an execution server that is not there is our fault, with an id to ask about', async () => {
  vi.stubEnv('EXECUTION_URL', 'http://127.0.0.1:9');
  await expectFault(await run(), 502);
});

test('an execution server that breaks off is our fault', async () => {
  server.behave = (_request, response) => {
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
      .write('{"half":');
    setImmediate(() => response.destroy());
  };
  await expectFault(await run(), 502);
});

test('something else on that port is our fault, not an answer', async () => {
  answerWith(200, '<script>alert(1)</script>', { 'Content-Type': 'text/html' });
  await expectFault(await run(), 502);
  answerWith(302, '', { Location: 'http://127.0.0.1:9/' });
  await expectFault(await run(), 502);
});

const limited = { timeoutMs: 100 };

test('an execution server that hangs is given up, and hears of it', async () => {
  const hungUp = new Promise<void>((resolve) => {
    server.behave = (_request, response) => response.on('close', resolve);
  });
  await expectFault(
    await execute(program, { url: server.url, ...limited }, new AbortController().signal),
    504,
  );
  await hungUp;
});

test('one that hangs in the middle of its answer is given up too', async () => {
  server.behave = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"half":');
  };
  await expectFault(
    await execute(program, { url: server.url, ...limited }, new AbortController().signal),
    504,
  );
});

test('when the asker leaves, the run is given up', async () => {
  const gone = new AbortController();
  const hungUp = new Promise<void>((resolve) => {
    server.behave = (_request, response) => {
      response.on('close', resolve);
      gone.abort();
    };
  });
  await execute(program, { url: server.url }, gone.signal);
  await hungUp;
});

const ask = (method: string) => new Request('http://localhost:8080/health', { method });

test('health is ok when the database and the execution server answer', async () => {
  answerWith(200, '{"status":"starting"}');
  const answer = await health(ask('GET'));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    database: { reachable: true },
    execution: { reachable: true, status: 'starting' },
  });
});

test('without the execution server health is degraded, and still 200', async () => {
  vi.stubEnv('EXECUTION_URL', 'http://127.0.0.1:9');
  const answer = await health(ask('GET'));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'degraded', execution: { reachable: false } });
});

test('HEAD says the same without a body', async () => {
  answerWith(200, '{"status":"ok"}');
  const answer = await HEAD(ask('HEAD'));
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(answer.headers.get('content-type')).toContain('application/json');
});

test('without the database health is 503', async () => {
  answerWith(200, '{"status":"ok"}');
  await closeDatabase();
  vi.stubEnv('DATA_DIR', '/nonexistent/folder');
  const [got, head] = [await health(ask('GET')), await HEAD(ask('HEAD'))];
  expect([got.status, head.status]).toEqual([503, 503]);
  expect(await got.json()).toMatchObject({ status: 'degraded', database: { reachable: false } });
});
