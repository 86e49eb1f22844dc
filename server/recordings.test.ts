import { expect, test } from 'vitest';
import { programDigest } from '#protocol/program-digest.ts';
import { RecordedRun, runTokenHeader } from '#protocol/recorded-run.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { secretHeader } from '#trust/secret.ts';
import { TestClient } from './test-client.ts';
import { TestDoors, testSecret } from './test-doors.ts';

const house = { [secretHeader]: testSecret };

interface Asked {
  readonly runId?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

async function ask(doors: TestDoors, { runId = 'x', token = '', headers = house }: Asked) {
  const url = `${doors.url}/runs/${encodeURIComponent(runId)}/recording`;
  return await fetch(url, { headers: { ...headers, [runTokenHeader]: token } });
}

test('the web server is told what a run did, and of which program', async () => {
  await using doors = await TestDoors.open();
  using client = new TestClient(doors.url);
  const program = { language: 'toy', code: 'printed', args: ['-v'] };
  await client.start(program);
  const finished = await client.finished();
  const answer = await ask(doors, client.named);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const run = RecordedRun.parse(await answer.json());
  expect(run.events).toEqual(client.seen.map(({ event }) => event));
  expect(run.events.at(-1)).toEqual(finished);
  expect(run).toMatchObject({ isJudged: false, program: programDigest(RunRequest.parse(program)) });
});

test('it is told when nobody watches any more, and the run cannot be resumed', async () => {
  await using doors = await TestDoors.open({ resumeMs: 0 });
  using client = new TestClient(doors.url);
  await client.start({ language: 'toy', code: 'printed' });
  await client.finished();
  client.disconnect();
  await expect.poll(async () => (await ask(doors, client.named)).status).toBe(200);
});

test('nobody else is: not without the secret, not with an API key, not with another token', async () => {
  await using doors = await TestDoors.open();
  using client = new TestClient(doors.url);
  await client.start({ language: 'toy', code: 'SECRET' });
  await client.finished();
  const { named } = client;
  for (const headers of [{}, { [secretHeader]: `${testSecret}x` }, { [secretHeader]: '' }] as Record<
    string,
    string
  >[])
    expect((await ask(doors, { ...named, headers })).status).toBe(401);
  const key = doors.runKeys('create', 'ann');
  const withKey = { Authorization: `Bearer ${key}` };
  expect((await ask(doors, { ...named, headers: withKey })).status).toBe(401);
  const wrong = await ask(doors, { ...named, token: `${named.token.slice(0, -1)}_` });
  const unknown = await ask(doors, { ...named, runId: 'no-such-run' });
  const [one, other] = await Promise.all([wrong.json(), unknown.json()]);
  expect([wrong.status, unknown.status]).toEqual([404, 404]);
  expect(one.error.message).toBe(other.error.message);
  expect((await ask(doors, named)).status).toBe(200);
});

test('a run that is under way is not told yet', async () => {
  await using doors = await TestDoors.open();
  using client = new TestClient(doors.url);
  await client.start({ language: 'toy', code: 'hold' });
  await client.printed('hold');
  expect((await ask(doors, client.named)).status).toBe(409);
  expect((await ask(doors, { ...client.named, token: 'x' })).status).toBe(404);
  await client.say('run:stop');
  await client.finished();
  await expect.poll(async () => (await ask(doors, client.named)).status).toBe(200);
});

test('a run that printed more than is kept of it is told as too large', async () => {
  await using doors = await TestDoors.open();
  using client = new TestClient(doors.url);
  await client.start({ language: 'toy', code: 'flood', limits: { outputBytes: 16 << 20 } });
  await client.finished();
  await expect.poll(async () => (await ask(doors, client.named)).status).toBe(413);
});
