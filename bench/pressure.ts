import { setTimeout as pause } from 'node:timers/promises';
import { LoadGauge } from './load.ts';
import { Samples, type Times } from './samples.ts';
import type { Stand } from './stand.ts';

const burners = 24;
const burner = `import time
while time.process_time() < 0.9: pass
print("done")`;
const loops = 8;
/** The loops are another client's: the one who waits is not the one who makes the load. */
const neighbour = { 'X-Forwarded-For': '192.0.2.9' };
/** Loops that the server does not start at once it may never start: a hello is sent all the same. */
const loopsStartMs = 1_500;
const loopSeconds = 30;
const impatientMs = 15_000;
const lookMs = 50;

/** Settings without which the server would take `neighbour` for us. */
export const neighbourSettings = { TRUSTED_PROXIES: '127.0.0.1' };

export interface HalfRate {
  readonly runsPerSecond: number;
  readonly times: Times;
}

/** Eight clients who together send half of what was measured as possible, evenly. */
export async function measureHalfRate(stand: Stand, maxRunsPerSecond: number): Promise<HalfRate> {
  const python = stand.program('python');
  const runsPerSecond = maxRunsPerSecond / 2;
  const gauge = new LoadGauge(8, () => stand.rest.hello(python, python.code));
  await stand.atRest();
  await gauge.openLoop(runsPerSecond, stand.pace.halfRateMs);
  return { runsPerSecond, times: gauge.load.times };
}

/** How many programs of 0.9 s of CPU, sent all at once, ended with which outcome. */
export async function measureBurners(stand: Stand): Promise<Readonly<Record<string, number>>> {
  await stand.atRest();
  const outcomes = await Promise.all(
    Array.from({ length: burners }, () =>
      stand.rest.execute({ language: 'python', code: burner }).then(
        ({ outcome, stdout }) => (outcome === 'ok' && stdout !== 'done\n' ? 'ok without output' : outcome),
        (error: unknown) => String(error),
      ),
    ),
  );
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** One client's hellos while infinite loops of another run. One that is not answered in reason is an error. */
export interface BesideLoops {
  /** Each sent when the pool is full again, as everywhere where a single client is measured. */
  readonly rested: Times;
  /** Each sent when the last one was answered: most of them find the pool empty. */
  readonly atOnce: Times;
}

export async function measureBesideLoops(stand: Stand): Promise<BesideLoops> {
  await stand.atRest();
  const enough = new AbortController();
  const endless = { language: 'python', code: 'while True: pass', timeout_sec: loopSeconds };
  const running = Array.from({ length: loops }, () =>
    stand.rest.execute(endless, { headers: neighbour, signal: enough.signal }).catch(() => undefined),
  );
  await pause(loopsStartMs);
  try {
    const rested = await hellosFor(stand, () => stand.isFull());
    return { rested, atOnce: await hellosFor(stand, async () => true) };
  } finally {
    enough.abort();
    await Promise.all(running);
  }
}

async function hellosFor(stand: Stand, isTime: () => Promise<boolean>): Promise<Times> {
  const python = stand.program('python');
  const samples = new Samples();
  const deadline = performance.now() + stand.pace.besideLoopsMs;
  do {
    stand.stop.throwIfAborted();
    if (!(await isTime())) {
      await pause(lookMs);
      continue;
    }
    const signal = AbortSignal.timeout(impatientMs);
    await samples.take(() => stand.rest.hello(python, python.code, { signal }));
  } while (performance.now() < deadline);
  return samples.times;
}
