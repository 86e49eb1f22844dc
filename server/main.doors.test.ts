import { statSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartAnswer } from '#protocol/socket.ts';
import { newDataDir, TestServer } from './test-server.ts';

const dataDir = newDataDir();
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady({ LANGUAGES: 'python', DRAIN_MS: '60000' }, dataDir);
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** A poll gives up after a second unless told otherwise; a busy machine may need more. */
const patiently = { timeout: 20_000 };
const bearer = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });
const hello = {
  language: 'python',
  code: 'print("CODE-SECRET")',
  stdin: 'STDIN-SECRET',
  env: { A: 'ENV-SECRET' },
};

test('a key made by the command locks the running server, and opens it to its holder until it is revoked', async () => {
  expect((await server.execute(hello)).status).toBe(200);
  const key = server.runKeys('create', 'ann');
  expect((await server.execute(hello)).status).toBe(401);
  expect((await server.execute(hello, bearer(key))).status).toBe(200);
  server.runKeys('create', 'bob');
  server.runKeys('revoke', 'ann');
  expect((await server.execute(hello, bearer(key))).status).toBe(401);
  expect(() => server.runKeys('create', 'a b')).toThrow(/A key’s name is/);
});

test('the secret is nobody else’s to read', () => {
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('the measurements tell of real sandboxes', async () => {
  const key = server.runKeys('create', 'prometheus', '--runs-per-minute', '1');
  const text = await (await fetch(`${server.url}/metrics`, bearer(key))).text();
  expect(text).toMatch(/bugdrill_runs_total\{language="python",outcome="ok"\} [1-9]/);
  expect(text).toMatch(/bugdrill_sandbox_create_seconds_count [1-9]/);
  expect(text).toMatch(/bugdrill_sandbox_remove_seconds_count [1-9]/);
  expect(text).toMatch(/bugdrill_pool_target\{language="python"\} [1-9]/);
});

test('no log line holds code, input, environment or a key', async () => {
  const key = server.runKeys('create', 'logged');
  const answer = await server.execute({ ...hello, code: 'raise SystemExit("CODE-SECRET")' }, bearer(key));
  expect(answer.status).toBe(200);
  // What the server wrote may still be on its way to us.
  await expect.poll(() => server.output).toMatch(/"client":"key:logged".*"exit_nonzero"/s);
  expect(server.output).not.toMatch(/(CODE|STDIN|ENV)-SECRET/);
  expect(server.output).not.toContain(key.slice(4));
});

test('after SIGTERM newcomers hear at once, at both doors, and what runs may end', async () => {
  const key = server.runKeys('create', 'last');
  const client = io(server.url, { forceNew: true, auth: { token: key } });
  await new Promise((resolve) => client.once('connect', () => resolve(undefined)));
  const code = 'input()\nprint("whole")';
  const started: StartAnswer = await client.emitWithAck('run:start', {
    language: 'python',
    code,
    interactive: true,
    limits: { wallMs: 60_000 },
  });
  if (!started.ok) throw new Error(started.problem.message);
  const finished = new Promise((resolve) => {
    client.on('run:event', ({ event }) => event.type === 'finished' && resolve(event.outcome.kind));
  });
  const ending = server.end('SIGTERM');
  await expect.poll(async () => (await server.health()).status, patiently).toBe('stopping');
  const refused = await server.execute(hello, bearer(key));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await refused.json()).toMatchObject({ error: { code: 'shutting_down' } });
  const second: StartAnswer = await client.emitWithAck('run:start', { language: 'python', code });
  expect(second).toMatchObject({ ok: false, problem: { code: 'shutting_down' } });
  await client.emitWithAck('run:stdin', { runId: started.runId, data: 'go\n' });
  expect(await finished).toBe('ok');
  client.disconnect();
  expect(await ending).toBe(0);
  expect(await server.containers()).toEqual([]);
});
