import type { RunEvent } from '#protocol/run-event.ts';
import type { RunIdentity, RunObserver } from '../runs/run.ts';
import type { Metrics } from './metrics.ts';

/** Counts runs and takes their times. */
export class RunMeasurer implements RunObserver {
  /** Since when each run under way waits, or runs once it was started. */
  private readonly since = new Map<string, { at: number; isStarted: boolean }>();

  constructor(
    private readonly metrics: Metrics,
    private readonly now: () => number = () => performance.now(),
  ) {}

  accepted({ runId }: RunIdentity): void {
    this.since.set(runId, { at: this.now(), isStarted: false });
  }

  saw({ runId, language }: RunIdentity, event: RunEvent): void {
    const phase = this.since.get(runId);
    if (phase === undefined) return;
    const seconds = (this.now() - phase.at) / 1000;
    if (event.type === 'started') {
      this.metrics.runWait.observe({ language }, seconds);
      this.since.set(runId, { at: this.now(), isStarted: true });
    }
    if (event.type === 'finished') {
      if (phase.isStarted) this.metrics.runDuration.observe({ language }, seconds);
      this.metrics.runs.inc({ language, outcome: event.outcome.kind });
      this.since.delete(runId);
    }
  }

  failed({ language }: RunIdentity): void {
    this.metrics.runFaults.inc({ language });
  }
}
