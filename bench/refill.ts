import { setTimeout as pause } from 'node:timers/promises';
import { machineCpuMs, processCpuMs } from './proc.ts';
import { percentile, Samples, type Times } from './samples.ts';
import { Awaited, SocketClient } from './socket-client.ts';
import type { Stand } from './stand.ts';

const quietMs = 1_000;

export interface Refill {
  /**
   * CPU of engine, runtime and kernel for each sandbox that is made and removed, with what boots in it; the middle of
   * the sets, the lowest and the highest.
   */
  readonly cpuMs: { readonly middle: number; readonly low: number; readonly high: number };
  /** Runs on a warm sandbox that began while the pool was being refilled. */
  readonly runsBeside: Times;
}

/** What it costs to replace a Python sandbox, and what a run that goes on meanwhile feels of it. */
export async function measureRefill(stand: Stand): Promise<Refill> {
  const costs: number[] = [];
  const beside = new Samples();
  for (let set = 0; set < Math.max(2, stand.pace.sets); set += 1) {
    const cost = await costOfRefills(stand);
    // Where others worked more before than meanwhile, nothing can be said of our part.
    if (cost > 0) costs.push(cost);
    await runsBesideRefills(stand, beside);
  }
  const [low, middle, high] = [0, 0.5, 1].map((share) => percentile(costs, share));
  return {
    cpuMs: { low: low ?? Number.NaN, middle: middle ?? Number.NaN, high: high ?? Number.NaN },
    runsBeside: beside.times,
  };
}

/**
 * What the whole machine used while sandboxes were replaced, less what it used at rest right before, what the programs
 * themselves used, and what the server and we did.
 */
async function costOfRefills(stand: Stand): Promise<number> {
  const { rest, server, pace } = stand;
  const python = stand.program('python');
  await stand.atRest();
  const others = () => machineCpuMs() - processCpuMs(server.pid) - processCpuMs(process.pid);
  const quiet = { at: performance.now(), usedMs: others() };
  await pause(quietMs);
  const begin = { at: performance.now(), usedMs: others() };
  const atRest = (begin.usedMs - quiet.usedMs) / (begin.at - quiet.at);
  let programsMs = 0;
  for (let run = 0; run < pace.refillRuns; run += 1) {
    programsMs += (await rest.hello(python, python.code)).cpu_time_ms;
    await stand.atRest();
  }
  const usedMs = others() - begin.usedMs - atRest * (performance.now() - begin.at) - programsMs;
  return usedMs / pace.refillRuns;
}

/** The first run takes a warm sandbox, so that a refill begins; the second one comes right behind it. */
async function runsBesideRefills(stand: Stand, samples: Samples): Promise<void> {
  const python = stand.program('python');
  using socket = new SocketClient(stand.server.url);
  for (let run = 0; run < stand.pace.refillRuns; run += 1) {
    await stand.atRest();
    await stand.rest.hello(python, python.code);
    const startedAt = performance.now();
    const end = new Awaited<string>('the end');
    let isWarm = false;
    await socket.start({ language: 'python', code: python.code }, (event) => {
      if (event.type === 'started') isWarm = event.warm;
      if (event.type === 'finished') end.come(event.outcome.kind);
    });
    const outcome = await end.came;
    if (outcome !== 'ok') samples.fail(outcome);
    else if (isWarm) samples.add(performance.now() - startedAt);
  }
  samples.nextSet();
}
