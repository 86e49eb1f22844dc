import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.startReady({
    LANGUAGES: 'python',
    MAX_CONCURRENT_RUNS: '1',
    ALLOW_UNVERIFIED_SANDBOX: 'true',
  });
});
afterAll(() => server[Symbol.asyncDispose]());

test('a hello is answered while more programs run without end than there are turns', async () => {
  const client = new AbortController();
  let ended = 0;
  const loops = [1, 2, 3].map(() =>
    server
      .execute({ language: 'python', code: 'while True: pass', timeout_sec: 60 }, { signal: client.signal })
      .catch(() => undefined)
      .finally(() => {
        ended += 1;
      }),
  );
  const running = async () => (await server.health()).queue.running;
  await expect.poll(running, { timeout: 40_000 }).toBe(3);
  const hello = await server.execute({ language: 'python', code: 'print("hello")' });
  expect(await hello.json()).toMatchObject({ outcome: 'ok', stdout: 'hello\n' });
  expect(ended).toBe(0);
  client.abort();
  await Promise.all(loops);
  await expect.poll(running, { timeout: 20_000 }).toBe(0);
});
