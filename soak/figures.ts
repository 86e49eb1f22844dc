import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { idleConnectionMs } from '#server/sandbox/docker-transport.ts';
import { isFull, type TestServer } from '#server/test-server.ts';

/** What a server holds when it has nothing to do. */
export interface Figures {
  readonly runs: number;
  readonly residentBytes: number;
  /** What is left of the heap after its garbage was collected. */
  readonly heapBytes: number;
  /** But for the one that each container has, the holders of networks among them. */
  readonly descriptors: number;
  readonly containers: number;
  /** How many of them wait in the pool, which follows demand. */
  readonly warm: number;
}

const patienceMs = 60_000;
/** After the last run, connections to the engine are still open for the next one. Node closes them a second late. */
const connectionsCloseMs = idleConnectionMs + 1_500;

/** Waits until nothing runs and the pool is full, so that figures can be compared. The server has `heap-teller.mjs`. */
export async function takeFigures(server: TestServer, runs: number, heapFile: string): Promise<Figures> {
  await until(() => sandboxesAtRest(server));
  await pause(connectionsCloseMs);
  const { containers, warm, holders } = await until(() => sandboxesAtRest(server));
  rmSync(heapFile, { force: true });
  process.kill(server.pid, 'SIGUSR2');
  const heap = await until(async () => readWhole(heapFile));
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return {
    runs,
    residentBytes: Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024,
    heapBytes: Number(heap),
    descriptors: readdirSync(`/proc/${server.pid}/fd`).length - containers - holders,
    containers,
    warm,
  };
}

type Sandboxes = Pick<Figures, 'containers' | 'warm'> & { readonly holders: number };

/** Undefined while something runs, the pool is not full, or other containers are there than wait in it. */
async function sandboxesAtRest(server: TestServer): Promise<Sandboxes | undefined> {
  const { queue, pool } = await server.health();
  const warm = Object.values(pool).reduce((sum, shelf) => sum + shelf.warm, 0);
  const containers = (await server.sandboxes()).length;
  const holders = (await server.containers()).length - containers;
  const isAtRest = queue.running === 0 && isFull(pool) && containers === warm;
  return isAtRest ? { containers, warm, holders } : undefined;
}

/** Undefined until its last line is there. */
function readWhole(file: string): string | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text.endsWith('\n') ? text : undefined;
}

async function until<Seen>(look: () => Promise<Seen | undefined>): Promise<Seen> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error('The server does not come to rest.');
    await pause(100);
  }
}
