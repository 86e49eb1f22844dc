import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Limits } from '#protocol/limits.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import type { Runner } from '../runs/runner.ts';
import { stdinOf } from '../runs/stdin.ts';
import { Stop } from '../runs/stop.ts';
import { countProcesses, seesSandboxOf } from './host-processes.ts';
import type { HostProcesses, Probe, ProbeReport, Sighting } from './probe.ts';

const languages: Readonly<Record<string, string>> = { '.py': 'python', '.c': 'c', '.sh': 'bash' };
/** What a probe of a language may use beside itself. */
const companions: Readonly<Record<string, readonly string[]>> = {
  '.py': ['attempt.py'],
  '.c': ['attempt.h'],
};

const hostLookMs = 150;
/** Of output, among which the first line is. */
const mostPieces = 4;
/** What a run may take unless it says otherwise. */
const usualMs = 10_000;

/** Carries probes out by the way that every client's run takes. */
export class Prober {
  constructor(private readonly runner: Runner) {}

  /**
   * With `patience` times the time that the probe usually has. Never throws: what could not be carried out has not been
   * seen to hold.
   */
  async carryOut(probe: Probe, patience = 1): Promise<ProbeReport> {
    const startedAt = performance.now();
    const passed = () => Math.round(performance.now() - startedAt);
    try {
      const seen = await this.watch(probe, patience);
      return { name: probe.name, ...judge(probe, seen), ms: passed() };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { name: probe.name, held: false, evidence: `could not be carried out: ${reason}`, ms: passed() };
    }
  }

  private async watch(probe: Probe, patience: number): Promise<Sighting> {
    const request = await requestOf({ ...probe, limits: stretched(probe, patience) });
    const control = { stdin: stdinOf('', false), stop: new Stop(), client: 'self-test' };
    const run = this.runner.start(request, control);
    return { ...(await observe(run.events)), patience };
  }
}

/** A sandbox that broke says nothing of its limits. */
function judge(probe: Probe, seen: Sighting): ReturnType<Probe['judge']> {
  const { outcome } = seen.finished;
  if (outcome.kind === 'platform_fault') return { held: false, evidence: outcome.message };
  return probe.judge(seen);
}

async function requestOf({ file, limits = {} }: Probe): Promise<RunRequest> {
  const kind = extname(file);
  const files = await Promise.all(
    (companions[kind] ?? []).map(async (path) => ({ path, content: await read(path) })),
  );
  return RunRequest.parse({ language: languages[kind], code: await read(file), files, limits });
}

function stretched({ limits = {} }: Probe, patience: number): Partial<Limits> {
  if (patience === 1) return limits;
  const { wallMs = usualMs, cpuMs = usualMs } = limits;
  return { ...limits, wallMs: wallMs * patience, cpuMs: cpuMs * patience };
}

function read(file: string): Promise<string> {
  return readFile(new URL(`probes/${file}`, import.meta.url), 'utf8');
}

async function observe(events: AsyncIterable<RunEvent>): Promise<Omit<Sighting, 'patience'>> {
  using host = new HostWatch();
  const pieces: string[] = [];
  const told: RunEvent[] = [];
  let finished: FinishedEvent | undefined;
  for await (const event of events) {
    if (event.type === 'output') pieces.push(event.data);
    else told.push(event);
    if (event.type === 'output') host.hear(pieces);
    if (event.type === 'finished') finished = event;
  }
  if (finished === undefined) throw new Error('its run ended without finished');
  const printed = pieces.join('');
  return {
    finished,
    printed,
    printedBytes: Buffer.byteLength(printed),
    told: JSON.stringify(told),
    hostProcesses: host.seen(),
  };
}

/** Looks from time to time how many processes there are, once the program has said whose, and remembers the most. */
class HostWatch implements Disposable {
  private uid: number | undefined;
  private most = 0;
  private isBlind = false;
  private readonly timer = setInterval(() => this.look(), hostLookMs);

  /** Says `up` and its user first, if its processes are to be looked for. */
  hear(printed: readonly string[]): void {
    if (this.uid !== undefined || printed.length > mostPieces) return;
    const [, uid] = /^up (\d+)\n/.exec(printed.join('')) ?? [];
    if (uid === undefined) return;
    this.uid = Number(uid);
    this.look();
    this.isBlind = this.most === 0 && !seesSandboxOf(this.uid);
  }

  seen(): HostProcesses | undefined {
    if (this.isBlind) return undefined;
    return { during: this.most, after: this.uid === undefined ? 0 : countProcesses(this.uid) };
  }

  private look(): void {
    if (this.uid !== undefined) this.most = Math.max(this.most, countProcesses(this.uid));
  }

  [Symbol.dispose](): void {
    clearInterval(this.timer);
  }
}
