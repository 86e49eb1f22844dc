import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { packRecording } from '#prisma/recordings.ts';
import { createSnippet, peekSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { StandInServer } from '../api/test-execution-server.ts';
import { GET } from './[id]/route.ts';
import { POST } from './[id]/run/route.ts';
import { isValidPass, signPass } from './pass.ts';
import { RunReader, type Shown } from './shown.ts';

let scratch: AsyncDisposable;
let server: StandInServer;

beforeAll(async () => {
  scratch = await temporaryDatabase();
  server = await StandInServer.start();
});
beforeEach(() => {
  vi.stubEnv('EXECUTION_URL', server.url);
  server.behave = (_, response) => response.writeHead(404).end();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await scratch[Symbol.asyncDispose]();
});

const attack = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'"`;
const started: RunEvent = { type: 'started', language: 'python', version: '3', image: 'i', warm: true };
const printed = (data: string): RunEvent => ({ type: 'output', stream: 'stdout', data, at: 1 });
const ended: RunEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  wallMs: 120,
  cpuMs: 50,
  memoryBytes: 8 << 20,
  facts: [],
};

const route = (id: string) => ({ params: Promise.resolve({ id }) });
const saved = async (draft: object, terms: Parameters<typeof createSnippet>[1] = {}) =>
  (await createSnippet(SnippetDraft.parse({ language: 'python', code: 'print(1)', ...draft }), terms))
    .snippet;
const get = (id: string, query = '') =>
  GET(
    new Request(`http://localhost:8080/embed/${id}${query}`, {
      headers: { 'content-security-policy': "script-src 'nonce-n1'" },
    }),
    route(id),
  );
const run = (id: string, pass: string, headers: Record<string, string> = { origin: 'null' }) =>
  POST(
    new Request(`http://localhost:8080/embed/${id}/run`, { method: 'POST', body: pass, headers }),
    route(id),
  );

/** What a browser would run or load of a page: its one script, by this request’s nonce, is ours. */
function activeParts(html: string): string[] {
  return html.match(/<script(?! nonce="n1">)|<img|<iframe|<link|\son\w+=|javascript:/gi) ?? [];
}

test('an embed shows title, language, code, recorded output, and the way to the snippet', async () => {
  const recording = await packRecording([started, printed('Hello \u001b[31mred\u001b[0m\n'), ended]);
  const { id } = await saved({ title: 'Hello' }, { recording });
  const answer = await get(id);
  const html = await answer.text();
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain(`href="/s/${id}@1"`);
  expect(html.replace(/<[^>]*>/g, '')).toContain('print(1)');
  expect(html).toContain('<span class="" style="color:var(--term-1)">red</span>');
  expect(html).toContain('Recorded: ✓ Exit 0');
  expect(activeParts(html)).toEqual([]);
});

test('markup in the title, in names, in the code and in the output is text', async () => {
  const recording = await packRecording([
    started,
    printed(`${attack}\u001b[31m${attack}\u001b]8;;javascript:alert(1)\u0007link\u001b]8;;\u0007\u001b[0m`),
    ended,
  ]);
  const { id } = await saved(
    {
      title: attack.slice(0, 80),
      code: attack,
      entry: '<img src=x>.py',
      files: [{ path: '"><img src=x onerror=alert(3)>.py', content: attack }],
    },
    { recording },
  );
  const html = await (await get(id)).text();
  expect(html).not.toMatch(/<script(?! nonce="n1">)|<img|href="javascript:/);
});

test('options say the theme, whether lines are numbered, and whether there are tabs', async () => {
  const { id } = await saved({ files: [{ path: 'b.py', content: 'SECOND' }] });
  const usual = await (await get(id)).text();
  expect(usual).toContain('<html lang="en"><head>');
  expect(usual).toMatch(/class="file numbered".*SECOND/s);
  const chosen = await (await get(id, '?theme=dark&lines=off&tabs=off')).text();
  expect(chosen).toContain('<html lang="en" data-theme="dark">');
  expect(chosen).not.toMatch(/file numbered|SECOND|type="radio"/);
  expect(await (await get(id, '?theme="><script>')).text()).not.toContain('"><script>');
});

test('what can be opened once is not shown, and is still there afterwards', async () => {
  const { id } = await saved({ code: 'SECRET' }, { expiry: 'first_view' });
  const answer = await get(id);
  const html = await answer.text();
  expect(answer.status).toBe(403);
  expect(html).toContain('can be opened once');
  expect(html).not.toContain('SECRET');
  expect((await run(`${id}@1`, signPass(`${id}@1`))).status).toBe(403);
  expect(await peekSnippet({ id })).toEqual({ burnsAfterView: true });
});

test('what has expired, and what never was, say so in words', async () => {
  const { id } = await saved({}, { expiry: '1d', now: new Date(Date.now() - 2 * 24 * 60 * 60 * 1000) });
  const expired = await get(id);
  expect([expired.status, await expired.text()]).toEqual([
    410,
    expect.stringContaining('This link expired on'),
  ]);
  const missing = await get('nothere123');
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('does not exist')]);
});

test('hidden tests are in no embed', async () => {
  const tests = [{ name: 'h', stdin: 'SECRET', expected: 'SECRET', hidden: true }];
  const { id } = await saved({ tests });
  expect(await (await get(id)).text()).not.toContain('SECRET');
});

test('a frame without an origin runs it with the pass of its page, and is told what comes', async () => {
  const { id } = await saved({ stdin: 'given' });
  let asked: unknown;
  server.behave = async (request, response) => {
    asked = { ...((await json(request)) as object), accept: request.headers.accept };
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    for (const [seq, event] of [started, printed('a\u001b[3'), printed('1mb\n'), ended].entries())
      response.write(`${JSON.stringify({ seq, ...event })}\n`);
    response.end();
  };
  const answer = await run(`${id}@1`, signPass(`${id}@1`));
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const lines = (await answer.text()).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as Shown)).toEqual([
    { kind: 'output', stream: 'stdout', pieces: [['a']] },
    { kind: 'output', stream: 'stdout', pieces: [['b\n', 'var(--term-1)', '', '']] },
    { kind: 'end', tone: 'ok', words: '✓ Exit 0', figures: '0.12 s · 0.05 s CPU · 8 MB' },
  ]);
  expect(asked).toMatchObject({ language: 'python', stdin: 'given', accept: 'application/x-ndjson' });
});

test('without a pass, or with one of another revision, nothing is run', async () => {
  server.behave = () => expect.unreachable();
  const { id } = await saved({});
  const passes = [
    '',
    'x',
    signPass('Ab3dEfGh9k@1'),
    signPass(`${id}@2`),
    signPass(`${id}@1`, 0),
    'x'.repeat(9999),
  ];
  for (const pass of passes) {
    const answer = await run(`${id}@1`, pass);
    expect([answer.status, await answer.text()]).toEqual([403, 'Reload this page to run it.\n']);
  }
  expect(isValidPass(signPass('a@1'), 'a@1')).toBe(true);
  expect(isValidPass(signPass('a@1'), 'a@1', Date.now() + 13 * 60 * 60 * 1000)).toBe(false);
});

test('that the execution server refuses, or is not there, is said in words', async () => {
  const { id } = await saved({});
  const error = { code: 'queue_full', message: 'Too many programs are waiting.' };
  server.behave = (_, response) =>
    response
      .writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '3' })
      .end(JSON.stringify({ success: false, error }));
  const full = await run(`${id}@1`, signPass(`${id}@1`));
  expect([full.status, full.headers.get('retry-after'), await full.text()]).toEqual([
    503,
    '3',
    'Too many programs are waiting.\n',
  ]);
  vi.stubEnv('EXECUTION_URL', 'http://127.0.0.1:9');
  expect((await run(`${id}@1`, signPass(`${id}@1`))).status).toBe(502);
});

test('whoever leaves ends the run', async () => {
  const { id } = await saved({});
  const gone = new Promise<void>((resolve) => {
    server.behave = (_, response) => {
      response.on('close', resolve);
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.write(`${JSON.stringify({ seq: 1, ...printed('first\n') })}\n`);
    };
  });
  const answer = await run(`${id}@1`, signPass(`${id}@1`));
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await gone;
});

test('of a flood the beginning is shown', () => {
  const reader = new RunReader(1000);
  const shown = Array.from({ length: 100 }, () => reader.read(printed('x'.repeat(99)))).flat();
  expect(shown).toHaveLength(11);
  expect(JSON.stringify(shown.at(-1))).toContain('The rest is not shown here.');
  expect(reader.read(ended)).toHaveLength(1);
});
