import type { RecordedRun } from '#protocol/recorded-run.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import { isSame } from '#trust/secret.ts';
import { LiveRun } from './live-run.ts';
import { noSuchRun, RecordedRuns } from './recorded-runs.ts';
import { RunRefused } from './refused.ts';
import type { Runner } from './runner.ts';
import { stdinOf } from './stdin.ts';
import { Steering } from './steering.ts';
import { Stop } from './stop.ts';

const MiB = 1024 * 1024;

/** A client that acknowledges nothing for so long is taken for lost. */
const defaultStalledMs = 30_000;
/** As long as the longest run may take by default: what a program's own clock allows, a slow reader may take too. */
const defaultHoldMs = 60_000;
const defaultRecordingMs = 30 * 60_000;
/** What one run's history may weigh, and all of them together while their runs are under way. */
const maxHistoryBytes = MiB;
const sharedHistoryBytes = 16 * MiB;
/** What runs that are over may weigh together before the oldest is forgotten early, and what one is counted beside its events. */
const maxOverBytes = 32 * MiB;
const overheadBytes = 4 * 1024;

export interface LiveRunsParts {
  readonly runner: Pick<Runner, 'start'>;
  /** How long a run goes on unwatched, and how long it can be asked for after its end. */
  readonly resumeMs: number;
  /** How long what it did can be asked for after its end. */
  readonly recordingMs?: number;
  readonly stalledMs?: number;
  readonly longestHoldMs?: number;
  readonly failed: (error: unknown) => void;
}

/** Every run that a client can come back to: those under way, and for a while those that are over. */
export class LiveRuns {
  private readonly underWay = new Map<string, LiveRun>();
  private readonly over = new Map<string, LiveRun>();
  private overBytes = 0;

  private readonly recorded: RecordedRuns;

  constructor(private readonly parts: LiveRunsParts) {
    this.recorded = new RecordedRuns(parts.recordingMs ?? defaultRecordingMs);
  }

  /** Accepts a run for a client. Throws `RunRefused` at once. */
  start(request: RunRequest, client: string): LiveRun {
    const control = {
      stdin: stdinOf(request.stdin, request.interactive),
      stop: new Stop(),
      steering: new Steering(),
      client,
      hasTerminal: request.terminal !== undefined,
    };
    const { resumeMs, stalledMs = defaultStalledMs, longestHoldMs = defaultHoldMs } = this.parts;
    const terms = { resumeMs, stalledMs, longestHoldMs, historyBytes: () => this.historyBytes };
    const live = new LiveRun(this.parts.runner.start(request, control), control, terms);
    this.underWay.set(live.runId, live);
    live
      .relay()
      .catch(this.parts.failed)
      .finally(() => this.ended(live, request));
    return live;
  }

  /** The run of that name, for who has its token. Throws the same `RunRefused` for a wrong token as for no such run. */
  find(runId: string, token: string): LiveRun {
    const live = this.underWay.get(runId) ?? this.over.get(runId);
    if (live === undefined || !isSame(live.token, token)) throw noSuchRun();
    return live;
  }

  /** What a run did, once it is over, for who has its token. Throws `RunRefused`, as `find` does. */
  recording(runId: string, token: string): RecordedRun {
    const live = this.underWay.get(runId);
    if (live !== undefined && isSame(live.token, token)) throw notOver();
    return this.recorded.find(runId, token);
  }

  /** Resolves when every viewer has acknowledged how its run ended, or after `ms`. */
  async told(ms: number): Promise<void> {
    const patience = AbortSignal.timeout(ms);
    const runs = [...this.underWay.values(), ...this.over.values()];
    await Promise.all(runs.map((run) => run.told(patience)));
  }

  /** Many runs at once share what there is, so that the memory of all is bounded whatever their clients do. */
  private get historyBytes(): number {
    return Math.min(maxHistoryBytes, sharedHistoryBytes / this.underWay.size);
  }

  private ended(live: LiveRun, request: RunRequest): void {
    this.underWay.delete(live.runId);
    if (live.isOver) this.recorded.keep(live, request);
    this.over.set(live.runId, live);
    this.overBytes += weightOf(live);
    setTimeout(() => this.forget(live), this.parts.resumeMs).unref();
    for (const oldest of this.over.values()) {
      if (this.overBytes <= maxOverBytes || oldest === live) return;
      this.forget(oldest);
    }
  }

  private forget(live: LiveRun): void {
    if (!this.over.delete(live.runId)) return;
    this.overBytes -= weightOf(live);
    live.forget();
  }
}

function notOver(): RunRefused {
  return new RunRefused({ code: 'conflict', message: 'This run is still under way.' });
}

/** The history of a run that is over no longer changes. */
function weightOf(live: LiveRun): number {
  return live.history.bytes + overheadBytes;
}
