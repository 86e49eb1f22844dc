import { readConfig } from '#server/config.ts';
import { TestServer } from '#server/test-server.ts';
import type { Baselines } from './baselines.ts';
import { type Load, LoadGauge } from './load.ts';
import { bareProcesses } from './loads.ts';
import { processCpuMs } from './proc.ts';
import { type Stand, standSettings } from './stand.ts';

const reuse = { SANDBOX_REUSE: 'any' };
const clients = 16;

export interface Reuse {
  readonly ours: Load;
  readonly bare: readonly Load[];
  readonly serverCpuMsPerRun: number;
}

/** Whether this version knows the setting at all. */
export function knowsReuse(): boolean {
  try {
    return Object.hasOwn(readConfig(reuse), 'SANDBOX_REUSE');
  } catch {
    return false;
  }
}

/** A second server, whose sandboxes serve one run after the other, in turns with bare processes on all cores. */
export async function measureReuse(first: Stand, baselines: Baselines): Promise<Reuse> {
  const python = first.program('python');
  await using server = await TestServer.start({ ...standSettings, ...reuse, LANGUAGES: 'python' });
  using stand = first.beside(server, [python]);
  await stand.atRest();
  await using bare = await bareProcesses(baselines, python);
  const gauge = new LoadGauge(clients, () => stand.rest.hello(python, python.code));
  // The first runs make the sandboxes that the later ones use.
  await new LoadGauge(clients, () => stand.rest.hello(python, python.code)).closedLoop(stand.pace.loadMs);
  let usedMs = 0;
  for (let set = 0; set < stand.pace.sets; set += 1) {
    const begin = processCpuMs(server.pid);
    await gauge.closedLoop(stand.pace.loadMs);
    usedMs += processCpuMs(server.pid) - begin;
    for (const processes of bare.gauges) await processes.closedLoop(stand.pace.loadMs);
  }
  const ours = gauge.load;
  return {
    ours,
    bare: bare.gauges.map(({ load }) => load),
    serverCpuMsPerRun: usedMs / ours.times.count,
  };
}
