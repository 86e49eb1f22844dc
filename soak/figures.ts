import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestServer } from '#server/test-server.ts';

/** What a server holds when it has nothing to do. */
export interface Figures {
  readonly runs: number;
  readonly residentBytes: number;
  /** What is left of the heap after its garbage was collected. */
  readonly heapBytes: number;
  readonly descriptors: number;
  readonly containers: number;
}

const patienceMs = 60_000;

/** Waits until nothing runs and the pool is full, so that figures can be compared. The server has `heap-teller.mjs`. */
export async function takeFigures(server: TestServer, runs: number, heapFile: string): Promise<Figures> {
  await until(() => isAtRest(server));
  rmSync(heapFile, { force: true });
  process.kill(server.pid, 'SIGUSR2');
  await until(async () => existsSync(heapFile) && readFileSync(heapFile, 'utf8').endsWith('\n'));
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return {
    runs,
    residentBytes: Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024,
    heapBytes: Number(readFileSync(heapFile, 'utf8')),
    descriptors: readdirSync(`/proc/${server.pid}/fd`).length,
    containers: (await server.sandboxes()).length,
  };
}

/** The containers are exactly those that wait warm. */
async function isAtRest(server: TestServer): Promise<boolean> {
  const { queue, pool } = await server.health();
  const shelves = Object.values(pool);
  const warm = shelves.reduce((sum, shelf) => sum + shelf.warm, 0);
  const isFull = shelves.every((shelf) => shelf.warm >= shelf.target);
  return queue.running === 0 && isFull && (await server.sandboxes()).length <= warm;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('The server does not come to rest.');
    await pause(100);
  }
}
