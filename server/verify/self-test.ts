import type { ServerHealth } from '#protocol/health.ts';
import type { LimitSettings } from '../runs/limits.ts';
import type { SandboxSource } from '../runs/performer.ts';
import { RunQueue } from '../runs/queue.ts';
import { RunRefused } from '../runs/refused.ts';
import { Runner } from '../runs/runner.ts';
import { bashOn } from './bash.ts';
import type { Probe, ProbeReport } from './probe.ts';
import { Prober } from './prober.ts';

/** Most of a probe's time is waiting, so more of them than processors go at once. */
const width = 4;
/** How many times its usual time a probe gets that has not been seen to hold: beside no others first, then in earnest. */
const patiences = [2, 10];
const longestMs = 100_000;

export interface SelfTestParts {
  readonly probes: readonly Probe[];
  /** Where every client's sandboxes come from too. */
  readonly pool: SandboxSource;
  readonly settings: LimitSettings;
  /** The operator has runs done even where the sandbox does not hold. */
  readonly isOverridden: boolean;
  /** Told once, when all probes are through. */
  readonly onDone: (reports: readonly ProbeReport[]) => void;
}

/** Finds out once, on the first image there is, whether sandboxes hold on this engine. */
export class SelfTest {
  private reports: readonly ProbeReport[] | undefined;
  private running: Promise<readonly ProbeReport[]> | undefined;

  constructor(private readonly parts: SelfTestParts) {}

  status(): ServerHealth['selfTest'] {
    const { reports } = this;
    const probes = this.parts.probes.length;
    if (reports === undefined) return { status: 'pending', probes, failed: [] };
    const failed = reports.filter(({ held }) => !held).map(({ name }) => name);
    return { status: failed.length === 0 ? 'held' : 'failed', probes, failed };
  }

  /** Resolves when programs may run; rejects with words for people when they may not. The first image is the one tested. */
  async allow(image: string): Promise<void> {
    this.running ??= this.carryOut(image);
    await this.running;
    const { status, failed } = this.status();
    if (status === 'failed' && !this.parts.isOverridden) throw new Error(refusal(failed));
  }

  private async carryOut(image: string): Promise<readonly ProbeReport[]> {
    const { probes, pool, settings, onDone } = this.parts;
    const bash = bashOn(image, {
      ...settings,
      RUN_TIME_CAP_MS: Math.max(settings.RUN_TIME_CAP_MS, longestMs),
    });
    const languages = {
      ready: (name: string) => {
        if (name === bash.id) return bash;
        throw new RunRefused({ code: 'language_not_ready', message: 'The self-test has only Bash.' });
      },
    };
    const queue = new RunQueue({ width, capacity: probes.length });
    const prober = new Prober(new Runner({ languages, queue, pool, observers: [] }));
    const first = await Promise.all(probes.map((probe) => prober.carryOut(probe)));
    const reports = await lookAgain(prober, probes, first);
    this.reports = reports;
    onDone(reports);
    return reports;
  }
}

/**
 * A probe can run out of its time before it reaches its limit, on a machine that does much else. A limit that does not
 * hold does not hold the second time either: then by itself, and with time enough.
 */
async function lookAgain(
  prober: Prober,
  probes: readonly Probe[],
  first: readonly ProbeReport[],
): Promise<readonly ProbeReport[]> {
  const reports = [...first];
  for (const patience of patiences)
    for (const [index, probe] of probes.entries())
      if (!reports[index]?.held) reports[index] = await prober.carryOut(probe, patience);
  return reports;
}

function refusal(failed: readonly string[]): string {
  return `The sandbox does not hold on this engine (${failed.join(', ')}), so nothing is run in it. «npm run verify:sandbox» says more; ALLOW_UNVERIFIED_SANDBOX=true runs programs all the same.`;
}
