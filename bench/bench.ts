import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '#server/languages/language.ts';
import { TestServer } from '#server/test-server.ts';
import { Baselines } from './baselines.ts';
import { wallsOf } from './docker-run.ts';
import type { Figures } from './figures.ts';
import { measureHellos } from './hellos.ts';
import { bestOf, measureLoads } from './loads.ts';
import { loadOfLastMinute, machineOf } from './machine.ts';
import { measureMemory } from './memory.ts';
import type { Pace } from './pace.ts';
import { measureBesideLoops, measureBurners, measureHalfRate, neighbourSettings } from './pressure.ts';
import { benchedLanguages, helloOf } from './programs.ts';
import { measureRefill } from './refill.ts';
import { knowsReuse, measureReuse } from './reuse.ts';
import { Stand, standSettings } from './stand.ts';
import { measureStream } from './stream.ts';

/** A machine that others use too may need minutes to make the first sandboxes. */
const startMs = 300_000;

export interface BenchPlan {
  /** Ready: their images are built. */
  readonly languages: readonly Language[];
  readonly pace: Pace;
  readonly stop: AbortSignal;
  readonly say: (line: string) => void;
}

/** Measures everything in one run, on a server of its own. A part that fails is a fault and leaves its figures out. */
export async function bench(plan: BenchPlan): Promise<Figures> {
  const begin = performance.now();
  const loadBefore = loadOfLastMinute();
  const programs = plan.languages.filter(({ id }) => benchedLanguages.includes(id)).map(helloOf);
  // Nothing is tuned: as it comes, but for the languages that are measured, and who is taken for another client.
  const languages = programs.map(({ id }) => id).join(',');
  const settings = { ...standSettings, ...neighbourSettings, LANGUAGES: languages };
  await using server = await TestServer.start(settings);
  using stand = new Stand(server, programs, plan);
  await stand.atRest(startMs);
  const health = await server.health();
  const parts = new Parts(plan);
  for (const probe of health.selfTest.failed)
    parts.faults.push(`the server's self-test: this was not seen to hold: ${probe}`);
  const figures = await measure(stand, parts);
  return {
    machine: machineOf(health, loadBefore),
    pace: plan.pace,
    languages: Object.fromEntries(plan.languages.map(({ id, version }) => [id, version])),
    ...figures,
    seconds: Math.round((performance.now() - begin) / 1000),
    knowsReuse: knowsReuse(),
    faults: parts.faults,
  };
}

/** The parts in their order: what rests first, what wears the machine out last. */
async function measure(stand: Stand, parts: Parts): Promise<Partial<Figures>> {
  const memory = await parts.do('memory at rest', async () => {
    await pause(stand.pace.idleMs, undefined, { signal: stand.stop });
    return await measureMemory(stand);
  });
  const [sandbox = ''] = await stand.server.sandboxes();
  await using baselines = await Baselines.open(stand.programs, await wallsOf(sandbox));
  const hellos = await parts.do('hello, one client', () => measureHellos(stand, baselines));
  const stream = await parts.do('terminal and output', () => measureStream(stand));
  const loads = await parts.do('loads', () => measureLoads(stand, baselines));
  const best = bestOf(loads?.ours['python'] ?? []);
  return {
    ...there({ memory, hellos, stream, loads }),
    ...there({
      reuse: knowsReuse() ? await parts.do('reuse', () => measureReuse(stand, baselines)) : undefined,
      halfRate:
        best && (await parts.do('half of the rate', () => measureHalfRate(stand, best.runsPerSecond))),
      burners: await parts.do('24 programs at once', () => measureBurners(stand)),
      besideLoops: await parts.do('beside infinite loops', () => measureBesideLoops(stand)),
      refill: await parts.do('refills', () => measureRefill(stand)),
    }),
  };
}

class Parts {
  readonly faults: string[] = [];

  /** The clock starts when the server is ready: a slow start takes no time from the parts. */
  private readonly begin = performance.now();

  constructor(private readonly plan: BenchPlan) {}

  /** Undefined when it went wrong, or when there was no time for it. */
  async do<Part>(name: string, work: () => Promise<Part>): Promise<Part | undefined> {
    const { pace, stop, say } = this.plan;
    const startedAt = performance.now();
    if (startedAt - this.begin > pace.latestMs) {
      this.faults.push(`${name}: there was no time left for it`);
      return undefined;
    }
    try {
      return await work();
    } catch (error) {
      stop.throwIfAborted();
      this.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    } finally {
      say(`${name.padEnd(24)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }
  }
}

/** The parts that are there. */
function there<Some extends object>(parts: Some): { [Name in keyof Some]?: NonNullable<Some[Name]> } {
  const entries = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Some]?: NonNullable<Some[Name]> };
}
