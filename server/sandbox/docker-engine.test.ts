import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkEngine, engineAddresses, findEngine, learnEngine, within } from './docker-engine.ts';

type Answers = Readonly<Record<string, unknown>>;

async function listen(server: Server, place: string | number): Promise<void> {
  server.listen(place);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
}

/** An engine that answers with what is given; a path that is missing is never answered. */
async function fakeEngine(place: string | number, answers: Answers): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer !== undefined) response.end(JSON.stringify(answer));
  });
  await listen(server, place);
  return server;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'engine-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('the engine of this machine says its name and its cgroup version', async () => {
  const state = await checkEngine(await findEngine({}));
  expect(state).toEqual({
    reachable: true,
    name: expect.stringMatching(/^(Docker|Podman) \d+\.\d+/),
    cgroup: expect.stringMatching(/^v[12]$/),
  });
});

test('sockets are looked for where engines put them, and DOCKER_HOST stands above all', () => {
  expect(engineAddresses({ XDG_RUNTIME_DIR: '/run/user/1000' })).toEqual([
    'unix:///var/run/docker.sock',
    'unix:///run/user/1000/docker.sock',
    'unix:///run/user/1000/podman/podman.sock',
    'unix:///run/podman/podman.sock',
  ]);
  expect(engineAddresses({ DOCKER_HOST: 'tcp://engine:2375', XDG_RUNTIME_DIR: '/run/user/1000' })).toEqual([
    'tcp://engine:2375',
  ]);
});

test('a unix socket in DOCKER_HOST is used, and a Podman behind it is called by its name', async () => {
  const path = join(await folder(), 'podman.sock');
  await fakeEngine(path, {
    '/version': { Version: '5.4.0', Components: [{ Name: 'Podman Engine' }] },
    '/info': { CgroupVersion: '2' },
  });
  const engine = await findEngine({ DOCKER_HOST: `unix://${path}` });
  const state = { reachable: true, name: 'Podman 5.4.0', cgroup: 'v2' };
  expect(await learnEngine(engine)).toEqual({ state, isPodman: true });
});

test.each(['tcp://127.0.0.1:', '127.0.0.1:'])('an engine at %s<port> is reached', async (prefix) => {
  const server = await fakeEngine(0, { '/version': { Version: '28.2.2' }, '/info': {} });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const engine = await findEngine({ DOCKER_HOST: `${prefix}${port}` });
  const state = { reachable: true, name: 'Docker 28.2.2', cgroup: 'unknown' };
  expect(await learnEngine(engine)).toEqual({ state, isPodman: false });
});

test('an engine that is not there is not reachable, and that is no error', async () => {
  const engine = await findEngine({ DOCKER_HOST: `unix://${join(await folder(), 'nothing.sock')}` });
  expect(await checkEngine(engine)).toMatchObject({ reachable: false, cgroup: 'unknown' });
});

test('an engine that accepts and never answers is given up after a short while', async () => {
  const path = join(await folder(), 'hung.sock');
  await fakeEngine(path, {});
  const before = performance.now();
  await findEngine({ DOCKER_HOST: `unix://${path}` });
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('an engine that dies in the middle of an answer is a failure at once, not a wait without end', async () => {
  const path = join(await folder(), 'dying.sock');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{', () => response.destroy());
  });
  await listen(server, path);
  const engine = await findEngine({ DOCKER_HOST: `unix://${path}` });
  await expect(engine.getContainer('any').inspect()).rejects.toThrow('aborted');
  await expect(engine.createContainer({})).rejects.toThrow('aborted');
});

test('an answer that stops in the middle, and work that heeds no signal, are given up when their time is over', async () => {
  const path = join(await folder(), 'stalled.sock');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{');
  });
  await listen(server, path);
  const engine = await findEngine({ DOCKER_HOST: `unix://${path}` });
  const asking = within(50, 'look', (abortSignal) => engine.getContainer('any').inspect({ abortSignal }));
  await expect(asking).rejects.toThrow('The engine took longer than 50 ms to look.');
  await expect(within(50, 'look', () => new Promise(() => {}))).rejects.toThrow(
    'The engine took longer than 50 ms to look.',
  );
});

test.each(['ssh://host', 'npipe:////./pipe/docker', 'unix://', 'tcp://'])(
  'the address %s is refused in words',
  async (address) => {
    await expect(findEngine({ DOCKER_HOST: address })).rejects.toThrow(/DOCKER_HOST: .* is neither/);
  },
);
