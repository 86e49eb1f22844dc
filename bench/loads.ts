import { availableParallelism } from 'node:os';
import type { Baselines } from './baselines.ts';
import { type Load, LoadGauge } from './load.ts';
import { processCpuMs } from './proc.ts';
import type { Program } from './programs.ts';
import type { Stand } from './stand.ts';
import type { TimingShell } from './timing-shell.ts';

const clientCounts = [1, 8, 32];
const dockerCounts = [1, 2, 4, 8];

export interface Loads {
  /** By language; of a compiled one, a program that was compiled before. */
  readonly ours: Readonly<Record<string, readonly Load[]>>;
  /** Python's hello by everybody else: `docker run`, and bare processes. */
  readonly dockerRun: readonly Load[];
  readonly bare: readonly Load[];
  /** By language: CPU of the server for each run under load, with the making and removing of its sandbox. */
  readonly serverCpuMsPerRun: Readonly<Record<string, number>>;
}

/** Every load in every set, one after the other, so that ours and the others' meet the same machine. */
export async function measureLoads(stand: Stand, baselines: Baselines): Promise<Loads> {
  const python = stand.program('python');
  const ours = stand.programs.map((program) => ({ program, gauges: gaugesOf(stand, program), usedMs: 0 }));
  const docker = dockerCounts.map((count) => new LoadGauge(count, () => baselines.of(python).dockerRun()));
  await using processes = await bareProcesses(baselines, python);
  const { sets, loadsMs } = stand.pace;
  const begin = performance.now();
  for (let set = 0; set < sets && fits(set, performance.now() - begin, loadsMs); set += 1) {
    for (const one of ours) one.usedMs += await cpuOf(stand, one.gauges);
    for (const gauge of [...processes.gauges, ...docker]) await played(stand, gauge);
  }
  const loads = ours.map(({ program, gauges, usedMs }) => {
    const some = gauges.map(({ load }) => load);
    const runs = some.reduce((sum, { times }) => sum + times.count, 0);
    return { id: program.id, some, serverCpuMs: usedMs / runs };
  });
  return {
    ours: Object.fromEntries(loads.map(({ id, some }) => [id, some])),
    serverCpuMsPerRun: Object.fromEntries(loads.map(({ id, serverCpuMs }) => [id, serverCpuMs])),
    dockerRun: docker.map(({ load }) => load),
    bare: processes.gauges.map(({ load }) => load),
  };
}

/** Whether another set, as long as those before, ends in time. The first one is always played. */
function fits(sets: number, spentMs: number, wholeMs: number): boolean {
  return sets === 0 || (spentMs / sets) * (sets + 1) <= wholeMs;
}

/** CPU of the server while it bears these loads, until it is at rest again. */
async function cpuOf(stand: Stand, gauges: readonly LoadGauge[]): Promise<number> {
  const begin = processCpuMs(stand.server.pid);
  for (const gauge of gauges) await played(stand, gauge);
  await stand.atRest();
  return processCpuMs(stand.server.pid) - begin;
}

async function played(stand: Stand, gauge: LoadGauge): Promise<void> {
  stand.stop.throwIfAborted();
  await gauge.closedLoop(stand.pace.loadMs);
}

function gaugesOf(stand: Stand, program: Program): LoadGauge[] {
  return clientCounts.map((count) => new LoadGauge(count, () => stand.rest.hello(program, program.code)));
}

export interface BareProcesses extends AsyncDisposable {
  readonly gauges: readonly LoadGauge[];
}

/** As many bare processes at once as there are cores, and twice as many: the better one counts. */
export async function bareProcesses(baselines: Baselines, program: Program): Promise<BareProcesses> {
  const cores = availableParallelism();
  const shells: TimingShell[] = [];
  for (let count = 0; count < cores * 2; count += 1) shells.push(await baselines.of(program).another());
  const gauge = (count: number) => new LoadGauge(count, async (client) => shells[client]?.run());
  return {
    gauges: [gauge(cores), gauge(cores * 2)],
    [Symbol.asyncDispose]: async () => {
      await Promise.all(shells.map((shell) => shell[Symbol.asyncDispose]()));
    },
  };
}

/** The load that got the most done. */
export function bestOf(loads: readonly Load[]): Load | undefined {
  return loads.toSorted((a, b) => b.runsPerSecond - a.runsPerSecond)[0];
}
