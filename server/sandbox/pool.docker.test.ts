import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DockerBackend } from './docker-backend.ts';
import { findEngine } from './docker-engine.ts';
import { labels } from './docker-labels.ts';
import { WarmPool } from './pool.ts';
import type { Sandbox, SandboxSpec } from './sandbox.ts';
import { testImage } from './test-image.ts';

const instance = randomBytes(8).toString('hex');
const faults: unknown[] = [];
const onFault = (fault: unknown) => faults.push(fault);
let engine: Dockerode;
let backend: DockerBackend;
let spec: SandboxSpec;

beforeAll(async () => {
  engine = await findEngine({});
  backend = new DockerBackend({ engine, instance, onFault, holders: 0 });
  spec = { image: await testImage(engine), memoryBytes: 64 * 1024 * 1024, processes: 32 };
});
afterAll(() => backend.close());

async function filled(pool: WarmPool): Promise<void> {
  const isFull = () => pool.status().every(({ warm, target }) => warm === target);
  await expect.poll(isFull, { timeout: 20_000, interval: 20 }).toBe(true);
}

async function sayHello(sandbox: Sandbox): Promise<string> {
  const limits = { wallMs: 10_000, cpuMs: 10_000, processes: 16, openFiles: 64, fileBytes: 1024 };
  const running = sandbox.start({ argv: ['echo', 'hello'], env: { PATH: '/bin' }, ...limits });
  let stdout = '';
  for await (const event of running.events) {
    if (event.type === 'output') stdout += Buffer.from(event.data).toString();
  }
  return stdout;
}

/** Taken, used and disposed: how long until the last event was there, and whether the sandbox was warm. */
async function timeHello(pool: WarmPool): Promise<{ ms: number; warm: boolean }> {
  const before = performance.now();
  const { sandbox, warm } = await pool.take(spec);
  expect(await sayHello(sandbox)).toBe('hello\n');
  const ms = performance.now() - before;
  await sandbox[Symbol.asyncDispose]();
  return { ms, warm };
}

test('a warm sandbox says hello several times sooner than a cold one, and closing leaves no container', async () => {
  const pool = new WarmPool({ backend, onFault });
  const cold = await timeHello(pool);
  pool.keep(spec, 2);
  await filled(pool);
  const warm = await timeHello(pool);
  expect([cold.warm, warm.warm]).toEqual([false, true]);
  expect(warm.ms * 3).toBeLessThan(cold.ms);
  await pool.close();
  const filters = { label: [`${labels.instance}=${instance}`] };
  expect(await engine.listContainers({ all: true, filters })).toEqual([]);
  expect(faults).toEqual([]);
});

test('a warm container killed from outside is replaced by one that works', async () => {
  const pool = new WarmPool({ backend, onFault, firstRetryMs: 1 });
  pool.keep(spec, 1);
  await filled(pool);
  const [victim] = await engine.listContainers({ filters: { label: [`${labels.instance}=${instance}`] } });
  const died = expect.poll(() => faults.length, { timeout: 10_000, interval: 20 }).toBe(1);
  await engine.getContainer(victim?.Id ?? '').kill({ signal: 'SIGKILL' });
  await died;
  await filled(pool);
  expect(await timeHello(pool)).toMatchObject({ warm: true });
  await pool.close();
  expect(faults.splice(0)).toMatchObject([{ failures: 1, error: { message: 'A warm sandbox died.' } }]);
});
