import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { ExecuteAnswer } from '#protocol/execute.ts';
import { FormatAnswer } from '#protocol/format.ts';
import { readConfig } from '../config.ts';
import { OriginRule } from '../origin.ts';
import { operatorRanges, runRanges } from '../runs/limits.ts';
import { LiveRuns } from '../runs/live-runs.ts';
import { RunQueue } from '../runs/queue.ts';
import { RunRefused } from '../runs/refused.ts';
import { Runner } from '../runs/runner.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { exit, print, type Script } from '../sandbox/scripted-step.ts';
import { openDoors } from '../test-doors.ts';
import { buildHttp } from './app.ts';
import { HealthSource } from './health.ts';
import { OpenAnswers } from './open-answers.ts';

const settings = readConfig({});
const queue = new RunQueue({ width: 2, capacity: 1 });
/** Plays what the source says: the toy language of these tests. */
const script: Script = async function* ({ files, stdin, step }) {
  const source = Buffer.from(files.get('main.toy')?.content ?? []).toString();
  if (source === 'break') throw new SandboxBroken('secret inner text');
  if (step.argv[0] === 'toyfmt') {
    yield* laidOut(source);
    return;
  }
  if (source === 'fail') yield exit({ exitCode: 3 });
  if (source === 'echo') for await (const chunk of stdin) yield print(String(chunk));
  if (source === 'args') yield print(JSON.stringify(step.argv.slice(2)));
  yield print(source);
};
async function* laidOut(source: string): ReturnType<Script> {
  if (source !== 'bad') {
    yield print(source.trim());
    return;
  }
  yield print('line 1: no\n', 'stderr');
  yield exit({ exitCode: 1 });
}

const backend = new ScriptedBackend(script);
const runner = new Runner({
  languages: {
    ready: (name) => {
      if (name !== 'toy' && name !== 'plain')
        throw new RunRefused({ code: 'unknown_language', message: 'no', suggestions: ['toy'] });
      const run = ['toy', '{entry}', '{args}'];
      const ranges = { run: runRanges(settings, {}) };
      return {
        id: 'toy',
        version: '1',
        image: 'i',
        source: 'main.toy',
        extensions: ['.toy'],
        run,
        env: {},
        formatter: name === 'toy' ? { name: 'toyfmt', command: ['toyfmt'] } : undefined,
        ranges,
      };
    },
  },
  queue,
  pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
  observers: [],
});
const app = buildHttp({
  answers: new OpenAnswers(),
  runner,
  runs: new LiveRuns({ runner, resumeMs: 0, failed: () => undefined }),
  languages: { answer: () => ({ languages: [] }) },
  health: new HealthSource({
    version: '0',
    engine: async () => ({ reachable: true, name: 'Script', cgroup: 'unknown' }),
    languages: () => [{ id: 'toy', state: { status: 'ready' } }],
    pool: () => ({}),
    selfTest: () => ({ status: 'held', probes: 0, failed: [] }),
    queue: () => queue.status(),
  }),
  ...openDoors,
  origins: new OriginRule(settings),
  log: pino({ level: 'silent' }),
  version: '0',
  limits: operatorRanges(settings),
});
afterAll(() => app.close());

const post = (body: unknown, headers: Record<string, string> = {}, url = '/execute') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', host: 'localhost:8082', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('a run is answered with everything it did', async () => {
  const response = await post({ language: 'toy', code: 'hello', timeout_sec: 10 });
  expect(response.statusCode).toBe(200);
  expect(ExecuteAnswer.parse(response.json())).toMatchObject({
    success: true,
    stdout: 'hello',
    stderr: '',
    exit_code: 0,
    outcome: 'ok',
    compile: null,
    language: 'toy',
    version: '1',
  });
});

test('a program that fails is an answer like any other', async () => {
  const response = await post({ language: 'toy', code: 'fail' });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ success: false, exit_code: 3, outcome: 'exit_nonzero' });
  expect(response.json()).not.toHaveProperty('error');
});

test('stdin and arguments reach the program', async () => {
  expect((await post({ language: 'toy', code: 'echo', stdin: 'typed ' })).json().stdout).toBe('typed echo');
  expect((await post({ language: 'toy', code: 'args', args: ['a', 'b c'] })).json().stdout).toBe(
    '["a","b c"]args',
  );
});

test('asked for NDJSON, the events come one a line, numbered', async () => {
  const response = await post({ language: 'toy', code: 'hi' }, { accept: 'application/x-ndjson' });
  expect(response.headers['content-type']).toContain('application/x-ndjson');
  const events = response.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map((event) => [event.seq, event.type])).toEqual([
    [1, 'started'],
    [2, 'phase'],
    [3, 'output'],
    [4, 'finished'],
  ]);
});

test('a broken sandbox is our fault, with a request id, and nothing of the inside is told', async () => {
  const response = await post({ language: 'toy', code: 'break' });
  expect(response.statusCode).toBe(500);
  expect(ExecuteAnswer.parse(response.json()).error).toEqual({
    code: 'platform_fault',
    message: response.json().message,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(response.json()).toMatchObject({ success: false, outcome: 'platform_fault', exit_code: null });
  expect(response.body).not.toContain('secret');
});

const long = 'x'.repeat(300);
test.each<[string, unknown, number, string | undefined]>([
  ['no language', { code: 'x' }, 400, 'language'],
  ['an empty language', { language: '', code: 'x' }, 400, 'language'],
  ['neither code nor files', { language: 'toy' }, 400, 'code'],
  ['code that is no text', { language: 'toy', code: 7 }, 400, 'code'],
  ['code that is too large', { language: 'toy', code: 'x'.repeat(1_100_000) }, 413, 'code'],
  ['stdin that is too large', { language: 'toy', code: '', stdin: 'é'.repeat(600_000) }, 413, 'stdin'],
  ['a timeout of nothing', { language: 'toy', code: '', timeout_sec: 0 }, 400, 'timeout_sec'],
  ['a negative timeout', { language: 'toy', code: '', timeout_sec: -1 }, 400, 'timeout_sec'],
  ['an absurd timeout', { language: 'toy', code: '', timeout_sec: 1e12 }, 400, 'timeout_sec'],
  [
    'a timeout of less than a millisecond',
    { language: 'toy', code: '', timeout_sec: 1e-9 },
    400,
    'timeout_sec',
  ],
  ['a timeout beyond all numbers', { language: 'toy', code: '', timeout_sec: 1e308 }, 400, 'timeout_sec'],
  ['a timeout as text', { language: 'toy', code: '', timeout_sec: '10' }, 400, 'timeout_sec'],
  [
    'a limit above its cap',
    { language: 'toy', code: '', limits: { memory_bytes: 2 ** 50 } },
    400,
    'limits.memory_bytes',
  ],
  ['an unknown limit', { language: 'toy', code: '', limits: { colour: 1 } }, 400, 'limits'],
  [
    'two time limits',
    { language: 'toy', code: '', timeout_sec: 1, limits: { wall_ms: 1 } },
    400,
    'timeout_sec',
  ],
  [
    'a file that climbs out',
    { language: 'toy', files: [{ path: '../x', content: '' }] },
    400,
    'files.0.path',
  ],
  [
    'an absolute file',
    { language: 'toy', files: [{ path: '/etc/passwd', content: '' }] },
    400,
    'files.0.path',
  ],
  ['a file with NUL', { language: 'toy', files: [{ path: 'a\0b', content: '' }] }, 400, 'files.0.path'],
  ['a file with a long name', { language: 'toy', files: [{ path: long, content: '' }] }, 400, 'files.0.path'],
  ['a file without a name', { language: 'toy', files: [{ path: '', content: '' }] }, 400, 'files.0.path'],
  ['an argument with NUL', { language: 'toy', code: '', args: ['a\0'] }, 400, 'args.0'],
  ['a variable with a strange name', { language: 'toy', code: '', env: { 'A=B': 'x' } }, 400, 'env.A=B'],
  ['a list', [1, 2], 400, undefined],
  ['null', 'null', 400, undefined],
  ['no JSON', '{"code": ', 400, undefined],
  ['nothing at all', '', 400, undefined],
  ['a body of 17 MB', { language: 'toy', code: 'x'.repeat(17_000_000) }, 413, undefined],
  ['a poisoned prototype', '{"language":"toy","code":"","__proto__":{"x":1}}', 400, undefined],
])('%s is refused with the field named, never a stack trace', async (_, body, status, field) => {
  const response = await post(body);
  expect(response.statusCode).toBe(status);
  const answer = response.json();
  expect(answer).toMatchObject({ success: false, error: { message: expect.any(String) } });
  expect(answer.error.field).toBe(field);
  expect(response.body).not.toMatch(/ {4}at |node_modules|\.ts:/);
});

test.each([
  [1e-9, 'timeout_sec must be at least 0.1.'],
  [0.0001, 'timeout_sec must be at least 0.1.'],
  [61, 'timeout_sec must be at most 60, the cap of this server.'],
  [1e308, 'timeout_sec must be at most 60, the cap of this server.'],
])(
  'a timeout of %d seconds is refused with what may be asked, in the words of the request',
  async (timeout_sec, message) => {
    const response = await post({ language: 'toy', code: '', timeout_sec });
    expect(response.json().error).toMatchObject({ field: 'timeout_sec', message });
  },
);

test('an unknown language is a 404 with the nearest names', async () => {
  const response = await post({ language: 'toi', code: '' });
  expect(response.statusCode).toBe(404);
  expect(response.json().error).toMatchObject({ code: 'unknown_language', suggestions: ['toy'] });
});

test('another content type is refused, so that a strange page’s form can run nothing', async () => {
  expect((await post('{}', { 'content-type': 'text/plain' })).statusCode).toBe(415);
  expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415);
});

test('a page of another origin, and a rebound host name, run nothing', async () => {
  expect((await post({ language: 'toy', code: '' }, { origin: 'https://evil.example' })).statusCode).toBe(
    403,
  );
  expect((await post({ language: 'toy', code: '' }, { host: 'evil.example' })).statusCode).toBe(403);
  expect(backend.sandboxes).toEqual([]);
});

test('a page of the same host may use the server', async () => {
  const response = await post({ language: 'toy', code: '' }, { origin: 'http://localhost:8080' });
  expect(response.headers['access-control-allow-origin']).toBe('http://localhost:8080');
  const preflight = await app.inject({
    method: 'OPTIONS',
    url: '/execute',
    headers: { host: 'localhost:8082', origin: 'http://localhost:8080' },
  });
  expect(preflight.statusCode).toBe(204);
});

test('a full queue is a 503 that says when to come back', async () => {
  const places = [queue.enter('a'), queue.enter('a'), queue.enter('a')];
  const response = await post({ language: 'toy', code: '' });
  expect(response.statusCode).toBe(503);
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  for (const place of places.reverse()) place[Symbol.dispose]();
});

test('health answers GET and HEAD', async () => {
  const headers = { host: 'localhost' };
  const got = await app.inject({ method: 'GET', url: '/health', headers });
  expect(got.json()).toMatchObject({
    status: 'ok',
    languages: { ready: ['toy'] },
    engine: { reachable: true },
  });
  const head = await app.inject({ method: 'HEAD', url: '/health', headers });
  expect([head.statusCode, head.body]).toEqual([200, '']);
});

test('the documents describe every door, and the page needs no script', async () => {
  const document = (await app.inject({ url: '/openapi.json', headers: { host: 'localhost' } })).json();
  expect(Object.keys(document.paths)).toEqual(['/execute', '/format', '/languages', '/health', '/metrics']);
  const page = await app.inject({ url: '/docs', headers: { host: 'localhost' } });
  expect(page.body).toContain('timeout_sec');
  expect(page.body).not.toContain('<script');
});

test('an address that does not exist is told in the same words as everything else', async () => {
  const response = await app.inject({ url: '/nothing?x=1', headers: { host: 'localhost' } });
  expect([response.statusCode, response.json().error.code]).toEqual([404, 'not_found']);
});

test.each([
  ['GET', '/execute', 'POST, OPTIONS'],
  ['POST', '/health', 'GET, HEAD, OPTIONS'],
] as const)('%s %s is told which methods there are', async (method, url, allow) => {
  const response = await app.inject({ method, url, headers: { host: 'localhost' } });
  expect([response.statusCode, response.json().error.code]).toEqual([405, 'method_not_allowed']);
  expect(response.headers['allow']).toBe(allow);
});

const format = (body: unknown) => post(body, {}, '/format');

test('code is laid out by the formatter of its language', async () => {
  const response = await format({ language: 'toy', code: '  spaced  ' });
  expect(response.statusCode).toBe(200);
  expect(FormatAnswer.parse(response.json())).toEqual({
    success: true,
    formatter: 'toyfmt',
    formatted: 'spaced',
    changed: true,
    message: '',
  });
  expect((await format({ language: 'toy', code: 'spaced' })).json()).toMatchObject({ changed: false });
});

test('code that cannot be laid out is an answer that says why', async () => {
  const response = await format({ language: 'toy', code: 'bad' });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ success: false, formatted: null, message: 'line 1: no' });
});

test.each([
  ['a language without a formatter', { language: 'plain', code: 'x' }, 400, 'language'],
  ['an unknown language', { language: 'nothing', code: 'x' }, 404, undefined],
  ['no code', { language: 'toy' }, 400, 'code'],
  ['a file outside of the work folder', { language: 'toy', code: 'x', file: '../x' }, 400, 'file'],
])('%s is refused when code is to be laid out', async (_what, body, status, field) => {
  const response = await format(body);
  expect(response.statusCode).toBe(status);
  expect(response.json().error.field).toBe(field);
});

test('a formatter that we fail to run is our fault, and tells nothing of it', async () => {
  const response = await format({ language: 'toy', code: 'break' });
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({
    success: false,
    error: { code: 'platform_fault', requestId: expect.any(String) },
  });
  expect(response.body).not.toContain('secret');
});
