import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { ExecuteRequest } from '#protocol/execute.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { SubmissionAnswer, SubmissionEvent } from '#protocol/submission.ts';
import { StandInServer } from './test-execution-server.ts';
import { POST as execute } from './v1/snippets/[id]/execute/route.ts';
import { POST } from './v1/snippets/[id]/submit/route.ts';

const checker = { kind: 'checker', language: 'python', code: 'SECRET', files: [] };
const drill = SnippetDraft.parse({
  language: 'c',
  code: 'starter',
  files: [
    { path: 'data.txt', content: 'the author’s' },
    { path: 'util.h', content: 'old' },
  ],
  env: { A: '1' },
  stdin: 'of the snippet',
  tests: [
    { name: 'secret one', stdin: 'SECRET', args: ['SECRET'], expected: 'SECRET', hidden: true },
    { name: 'shown', stdin: '1', expected: '1', limits: { wallMs: 500 } },
    { name: 'checked', stdin: 'SECRET', comparison: checker, hidden: true },
  ],
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

const figures = { wallMs: 20.4, cpuMs: 15, memoryBytes: 77_777_777 };
const finished = {
  ...{ type: 'finished', phase: 'run', facts: [], ...figures },
  outcome: { kind: 'tests_failed', passed: 1, total: 3 },
  tests: { passed: 1, total: 3 },
};
/** Everything that a run can say, about hidden tests too: more than the execution server ever would. */
const everything = [
  { type: 'queued', position: 2 },
  { type: 'started', language: 'c', version: '14', image: 'i', warm: true },
  { type: 'phase', phase: 'compile' },
  { type: 'output', stream: 'stderr', data: 'main.c:1: warning\n', at: 1 },
  {
    type: 'diagnostic',
    phase: 'compile',
    file: 'main.c',
    line: 1,
    severity: 'warning',
    message: 'a warning',
  },
  { type: 'phase', phase: 'run', test: 2 },
  { type: 'output', stream: 'stdout', data: 'seen', at: 2, test: 2 },
  {
    type: 'test',
    ...{ index: 2, name: 'shown', hidden: false, verdict: 'wrong_answer', ...figures },
    ...{ outcome: { kind: 'ok', exitCode: 0 }, facts: [] },
    difference: { line: 1, column: 1, expected: '1', actual: 'seen' },
  },
  { type: 'phase', phase: 'run', test: 1 },
  { type: 'output', stream: 'stdout', data: 'SECRET', at: 3, test: 1 },
  { type: 'output', stream: 'stderr', data: 'SECRET', at: 3 },
  { type: 'usage', cpuMs: 15, memoryBytes: 77_777_777 },
  {
    type: 'diagnostic',
    ...{ phase: 'run', file: 'main.c', line: 1, severity: 'error', message: 'SECRET', test: 1 },
  },
  { type: 'artifact', path: 'out/SECRET', mediaType: 'text/plain', bytes: 6, data: 'U0VDUkVU', test: 1 },
  { type: 'artifacts_left_out', paths: ['out/SECRET'], test: 1 },
  {
    type: 'test',
    // It calls a hidden test a visible one.
    ...{ index: 1, name: 'secret one', hidden: false, verdict: 'exit_nonzero', ...figures },
    ...{ outcome: { kind: 'exit_nonzero', exitCode: 83 }, facts: ['disk_limit'], message: 'SECRET' },
    difference: { line: 1, column: 1, expected: 'SECRET', actual: 'SECRET' },
  },
  {
    type: 'test',
    ...{ index: 3, name: 'checked', hidden: true, verdict: 'passed', ...figures, message: 'SECRET' },
  },
  finished,
];

/** Tells these events as the execution server does, and remembers what it was asked. */
function say(events: readonly object[], ending: 'whole' | 'broken' = 'whole'): { asked: unknown } {
  const seen: { asked: unknown } = { asked: undefined };
  server.behave = async (request, response) => {
    seen.asked = await json(request);
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'RateLimit-Policy': '"runs";q=60' });
    for (const event of events) response.write(`${JSON.stringify({ seq: 1, ...event })}\n`);
    if (ending === 'whole') response.end();
    else setTimeout(() => response.destroy(), 50);
  };
  return seen;
}

function refuse(status: number, error: object): void {
  server.behave = (_request, response) => {
    const headers = { 'Content-Type': 'application/json', 'Retry-After': '7' };
    response.writeHead(status, headers).end(JSON.stringify({ success: false, error }));
  };
}

interface Try {
  readonly body?: object;
  readonly draft?: SnippetDraft;
  readonly accept?: string;
  readonly expiry?: 'never' | 'first_view';
}

async function submit({
  body = { code: 'mine' },
  draft = drill,
  accept = '*/*',
  expiry = 'never',
}: Try = {}) {
  const { snippet } = await createSnippet(draft, { expiry });
  const headers = { 'Content-Type': 'application/json', Accept: accept };
  const request = new Request('http://localhost:8080/x', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ id: snippet.id }) });
}

test('a try is judged by every test of the drill, with the author’s files but for those it replaces', async () => {
  const seen = say([finished]);
  await submit({ body: { code: 'mine', files: [{ path: 'util.h', content: 'new' }] } });
  expect(ExecuteRequest.parse(seen.asked)).toMatchObject({
    language: 'c',
    code: 'mine',
    files: [
      { path: 'data.txt', content: 'the author’s' },
      { path: 'util.h', content: 'new' },
    ],
    env: { A: '1' },
    tests: [
      { stdin: 'SECRET', hidden: true },
      { stdin: '1', hidden: false, limits: { wall_ms: 500 } },
      { comparison: checker, hidden: true },
    ],
  });
  expect(seen.asked).not.toHaveProperty('stdin');
});

test.each(['application/json', 'application/x-ndjson'])(
  'nothing of a hidden test is told but number, name, verdict and time, whatever the run says, as %s',
  async (accept) => {
    say(everything);
    const answer = await submit({ accept });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    for (const secret of ['SECRET', 'U0VDUkVU', '77777777', '"83"', ':83', 'disk_limit'])
      expect(text).not.toContain(secret);
    expect(answer.headers.get('ratelimit-policy')).toBe('"runs";q=60');
    expect(answer.headers.get('cache-control')).toMatch(/^no-store/);
  },
);

test('the answer tells each verdict in the drill’s order, and what the compiler and visible tests said', async () => {
  say(everything);
  const answer = SubmissionAnswer.parse(await (await submit()).json());
  expect(answer).toEqual({
    ...{ success: false, passed: 1, total: 3, outcome: 'tests_failed', message: '1 of 3 tests passed.' },
    compile_output: 'main.c:1: warning\n',
    diagnostics: [{ phase: 'compile', file: 'main.c', line: 1, severity: 'warning', message: 'a warning' }],
    tests: [
      { index: 1, name: 'secret one', hidden: true, verdict: 'exit_nonzero', execution_time_ms: 20 },
      {
        ...{ index: 2, name: 'shown', hidden: false, verdict: 'wrong_answer', execution_time_ms: 20 },
        difference: { line: 1, column: 1, expected: '1', actual: 'seen' },
        ...{ stdout: 'seen', stderr: '', truncated: false },
      },
      { index: 3, name: 'checked', hidden: true, verdict: 'passed', execution_time_ms: 20 },
    ],
  });
});

test('where it is streamed, verdicts come line by line and the end comes last, and once', async () => {
  say(everything);
  const text = await (await submit({ accept: 'application/x-ndjson' })).text();
  const told = text
    .trim()
    .split('\n')
    .map((line) => SubmissionEvent.parse(JSON.parse(line)));
  expect(told.map(({ type }) => type)).toEqual(['queued', 'test', 'test', 'test', 'finished']);
});

test('what a visible test prints is kept as far as it is read', async () => {
  const flood = { type: 'output', stream: 'stdout', data: '😀'.repeat(5000), at: 1, test: 2 };
  const report = { index: 2, name: 'shown', hidden: false, verdict: 'passed', ...figures };
  say([flood, flood, { type: 'test', ...report }, finished]);
  const { tests } = SubmissionAnswer.parse(await (await submit()).json());
  expect(tests[0]).toMatchObject({ truncated: true });
  expect(tests[0]?.stdout).toBe('😀'.repeat(4096));
});

test('what has no tests, or can be opened once, is no drill; it is not opened by that', async () => {
  const seen = say([finished]);
  const bare = await submit({ draft: { ...drill, tests: [] } });
  expect([bare.status, (await bare.json()).error.message]).toEqual([
    400,
    'This snippet is not a drill: it has no tests.',
  ]);
  const { snippet } = await createSnippet(drill, { expiry: 'first_view' });
  for (let time = 0; time < 2; time += 1) {
    const request = new Request('http://localhost:8080/x', { method: 'POST' });
    const answer = await POST(request, { params: Promise.resolve({ id: snippet.id }) });
    expect(answer.status).toBe(400);
  }
  expect(seen.asked).toBeUndefined();
});

test.each([
  [{ tests: [] }, 400],
  [{ language: 'python' }, 400],
  [{ code: 7 }, 400],
  [{ files: [{ path: '../x', content: '' }] }, 400],
  [{ code: 'x'.repeat(1024 * 1024 + 1) }, 413],
])('a try may bring its own files and nothing else: %.40j', async (body, status) => {
  const seen = say([finished]);
  expect((await submit({ body })).status).toBe(status);
  expect(seen.asked).toBeUndefined();
});

test('a client that tries too often is told when to come back, as of any run', async () => {
  refuse(429, { code: 'rate_limited', message: 'Too many.', retryAfter: 7 });
  const answer = await submit({ accept: 'application/x-ndjson' });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
});

test('what is wrong with a hidden test is not told to who tries the drill, or runs it', async () => {
  const error = { code: 'unknown_language', field: 'tests.2.comparison.language', message: 'No SECRET.' };
  refuse(404, { ...error, suggestions: ['SECRET2'] });
  const tried = await submit();
  const { snippet } = await createSnippet(drill);
  const headers = { 'Content-Type': 'application/json' };
  const request = { method: 'POST', headers, body: '{"tests":true}' };
  const ran = await execute(new Request('http://localhost:8080/x', request), {
    params: Promise.resolve({ id: snippet.id }),
  });
  for (const answer of [tried, ran]) {
    expect(answer.status).toBe(404);
    const text = await answer.text();
    expect(text).toContain('cannot judge by test 3');
    expect(text).not.toContain('SECRET');
  }
});

test('when the execution server dies midway, that is told as our fault, with what had come', async () => {
  say(everything.slice(0, 8), 'broken');
  const streamed = await (await submit({ accept: 'application/x-ndjson' })).text();
  const last = SubmissionEvent.parse(JSON.parse(streamed.trim().split('\n').at(-1) ?? ''));
  expect(last).toMatchObject({ type: 'finished', outcome: 'platform_fault', passed: 0, total: 3 });
  say(everything.slice(0, 8), 'broken');
  const whole = await submit();
  expect(whole.status).toBe(502);
  expect(await whole.text()).not.toMatch(/ECONN|127\.0\.0\.1|terminated/);
});

test('who leaves ends the run', async () => {
  const left = new Promise<void>((resolve) => {
    server.behave = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.write(`${JSON.stringify({ type: 'queued', position: 1 })}\n`);
      response.on('close', resolve);
    };
  });
  const answer = await submit({ accept: 'application/x-ndjson' });
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await left;
});
