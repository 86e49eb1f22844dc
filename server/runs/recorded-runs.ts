import { programDigest } from '#protocol/program-digest.ts';
import type { RecordedRun } from '#protocol/recorded-run.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import { isSame } from '#trust/secret.ts';
import type { EventHistory } from './event-history.ts';
import type { LiveRun } from './live-run.ts';
import { RunRefused } from './refused.ts';

const MiB = 1024 * 1024;
/** What all of them may weigh together before the oldest is forgotten early, and what one is counted beside its events. */
const maxBytes = 32 * MiB;
const overheadBytes = 1024;

interface Kept extends Omit<RecordedRun, 'events'> {
  readonly token: string;
  readonly history: EventHistory;
}

/** What runs that are over did, for whoever keeps it with a snippet. They hold nothing of the run itself. */
export class RecordedRuns {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  /** `keepMs` is how long a run can be asked for after its end. */
  constructor(private readonly keepMs: number) {}

  keep({ runId, token, history }: LiveRun, request: RunRequest): void {
    const isJudged = request.tests.length > 0;
    this.kept.set(runId, { token, history, isJudged, program: programDigest(request) });
    this.bytes += weightOf(history);
    setTimeout(() => this.forget(runId), this.keepMs).unref();
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= maxBytes || oldest === runId) return;
      this.forget(oldest);
    }
  }

  /** Throws the same `RunRefused` for a wrong token as for no such run; `too_large` where not all of it is kept. */
  find(runId: string, token: string): RecordedRun {
    const run = this.kept.get(runId);
    if (run === undefined || !isSame(run.token, token)) throw noSuchRun();
    const { history, program, isJudged } = run;
    if (history.lastForgotten > 0) throw tooLong();
    const events = Array.from({ length: history.last }, (_, index) => history.at(index + 1));
    return { program, isJudged, events };
  }

  private forget(runId: string): void {
    const run = this.kept.get(runId);
    if (run === undefined) return;
    this.kept.delete(runId);
    this.bytes -= weightOf(run.history);
  }
}

export function noSuchRun(): RunRefused {
  return new RunRefused({ code: 'not_found', message: 'There is no such run.' });
}

function tooLong(): RunRefused {
  return new RunRefused({ code: 'too_large', message: 'The run printed more than is kept of it.' });
}

/** The history of a run that is over no longer changes. */
function weightOf(history: EventHistory): number {
  return history.bytes + overheadBytes;
}
