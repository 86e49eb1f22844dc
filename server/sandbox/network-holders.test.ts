import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DockerBackend } from './docker-backend.ts';
import { findEngine } from './docker-engine.ts';
import { labels } from './docker-labels.ts';
import type { Sandbox, SandboxSpec } from './sandbox.ts';
import { testImage } from './test-image.ts';

let engine: Dockerode;
let spec: SandboxSpec;
let instance: string;
let backend: DockerBackend;

beforeAll(async () => {
  engine = await findEngine({});
  spec = { image: await testImage(engine), memoryBytes: 64 * 1024 * 1024, processes: 65 };
});
beforeEach(async () => {
  instance = randomBytes(8).toString('hex');
  backend = openBackend();
  await expect.poll(async () => (await backend.check()).reachable, { timeout: 60_000 }).toBe(true);
});
afterEach(async () => {
  await backend.close();
  expect(await containers()).toEqual([]);
});

function openBackend(details: { holders?: number; runtime?: string } = {}): DockerBackend {
  return new DockerBackend({ engine, instance, onFault: (error) => expect.fail(String(error)), ...details });
}

async function containers(): Promise<string[]> {
  const filters = { label: [`${labels.instance}=${instance}`] };
  return (await engine.listContainers({ all: true, filters })).map(({ Id }) => Id);
}

async function shell(sandbox: Sandbox, script: string): Promise<string> {
  const limits = { wallMs: 20_000, cpuMs: 20_000, processes: 32, openFiles: 64, fileBytes: 1024 };
  const running = sandbox.start({ argv: ['bash', '-c', script], env: { PATH: '/usr/bin:/bin' }, ...limits });
  running.end();
  let stdout = '';
  for await (const event of running.events) {
    if (event.type === 'output') stdout += Buffer.from(event.data).toString();
  }
  return stdout;
}

async function inspect(sandbox: Sandbox): Promise<Dockerode.ContainerInspectInfo> {
  return engine.getContainer(`bugdrill-${sandbox.id}`).inspect();
}

const namespaceOf = (sandbox: Sandbox) => shell(sandbox, 'readlink /proc/self/ns/net');

/** The id of the container whose network it joined. */
async function holderOf(sandbox: Sandbox): Promise<string | undefined> {
  const { HostConfig } = await inspect(sandbox);
  return /^container:(.+)$/.exec(HostConfig.NetworkMode ?? '')?.[1];
}

async function idleHolder(): Promise<void> {
  await expect.poll(() => backend.idleHolders, { timeout: 40_000 }).toBe(1);
}

/** The second sandbox of a server, in the network of a holder. */
async function joined(): Promise<Sandbox> {
  const first = await backend.make(spec);
  await first[Symbol.asyncDispose]();
  await idleHolder();
  return backend.make(spec);
}

test('after the first sandbox is gone a holder lends its network to the next ones, one after the other', async () => {
  const first = await joined();
  const holder = await holderOf(first);
  const namespace = await namespaceOf(first);
  await first[Symbol.asyncDispose]();
  await idleHolder();
  await using next = await backend.make(spec);
  expect([await holderOf(next), await namespaceOf(next)]).toEqual([holder, namespace]);
});

test('no two sandboxes that live are in one network', async () => {
  const first = await joined();
  const others = await Promise.all([1, 2].map(() => backend.make(spec)));
  const namespaces = await Promise.all([first, ...others].map(namespaceOf));
  expect(new Set(namespaces).size).toBe(3);
});

test('the joined network is empty: no interface but lo, no route, no socket, nothing counted', async () => {
  const seen = await shell(
    await joined(),
    'ls /sys/class/net; cd /proc/net; tail -qn +2 tcp tcp6 udp udp6 unix raw route arp; grep lo: dev; hostname',
  );
  expect(seen.replace(/ +/g, ' ')).toBe(`lo\n lo:${' 0'.repeat(16)}\nsandbox\n`);
});

test.each([
  ['traffic', 'exec 3<>/dev/tcp/127.0.0.1/9'],
  ['a datagram', 'echo > /dev/udp/127.0.0.1/9'],
])('a network in which a program left %s is given to nobody', async (_what, script) => {
  const dirty = await joined();
  const holder = await holderOf(dirty);
  await shell(dirty, `${script} 2>/dev/null`);
  await dirty[Symbol.asyncDispose]();
  await expect.poll(containers, { timeout: 20_000 }).toEqual([]);
  await expect(engine.getContainer(holder ?? '').inspect()).rejects.toMatchObject({ statusCode: 404 });
});

test('a sandbox whose holder died goes on, and the next one has a network of its own', async () => {
  const sandbox = await joined();
  const holder = engine.getContainer((await holderOf(sandbox)) ?? '');
  await holder.kill({ signal: 'SIGKILL' });
  expect(await shell(sandbox, 'echo alive')).toBe('alive\n');
  await sandbox[Symbol.asyncDispose]();
  await using next = await backend.make(spec);
  expect(await shell(next, 'ls /sys/class/net')).toBe('lo\n');
});

test('a holder removed while it is idle keeps no sandbox from being made', async () => {
  const sandbox = await joined();
  const holder = engine.getContainer((await holderOf(sandbox)) ?? '');
  await sandbox[Symbol.asyncDispose]();
  await holder.remove({ force: true });
  const next = await Promise.all([1, 2].map(() => backend.make(spec)));
  expect(await Promise.all(next.map((each) => shell(each, 'ls /sys/class/net')))).toEqual(['lo\n', 'lo\n']);
});

test('a holder is held like a sandbox, and has no network itself', async () => {
  const sandbox = await joined();
  const holder = await engine.getContainer((await holderOf(sandbox)) ?? '').inspect();
  expect(holder.HostConfig).toMatchObject({
    ...{ NetworkMode: 'none', Memory: 16 * 1024 * 1024, PidsLimit: 8, ReadonlyRootfs: true },
    ...{ CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'], LogConfig: { Type: 'none' } },
  });
  expect(holder.Config).toMatchObject({ OpenStdin: true, StdinOnce: true });
  expect(holder.Config.Labels).toMatchObject({ [labels.instance]: instance });
});

test('without holders every sandbox has a network of its own', async () => {
  backend = openBackend({ holders: 0 });
  for (let count = 0; count < 2; count += 1) {
    await using sandbox = await backend.make(spec);
    expect((await inspect(sandbox)).HostConfig.NetworkMode).toBe('none');
  }
});
