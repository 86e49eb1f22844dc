import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { brokenEvent } from './finished.ts';
import { Performer, type SandboxSource } from './performer.ts';
import { type PlannableLanguage, planRun } from './plan.ts';
import type { RunQueue } from './queue.ts';
import type { AcceptedRun, Run, RunControl, RunIdentity, RunObserver } from './run.ts';
import type { Stop } from './stop.ts';

export interface LanguageSource {
  /** The language of that name, ready to run. Throws `RunRefused` when there is none, or not yet. */
  ready(name: string): PlannableLanguage;
}

export interface RunnerParts {
  readonly languages: LanguageSource;
  readonly queue: RunQueue;
  readonly pool: SandboxSource;
  readonly observers: readonly RunObserver[];
}

/** Accepts runs, gives each its turn, and sees to it that each ends with exactly one `finished`. */
export class Runner {
  private readonly underWay = new Set<Stop>();
  private readonly ends = new EventEmitter();
  private readonly performer: Performer;

  constructor(private readonly parts: RunnerParts) {
    const failed = (run: RunIdentity, error: unknown) => this.tell((observer) => observer.failed(run, error));
    this.performer = new Performer({ pool: parts.pool, failed });
  }

  /**
   * Accepts a run. Throws `RunRefused` at once; whatever goes wrong later is an outcome. The caller must begin to read
   * `events` right away and read them to their end: the place in the queue is held by them.
   */
  start(request: RunRequest, control: RunControl): AcceptedRun {
    const language = this.parts.languages.ready(request.language);
    const plan = planRun(request, language);
    const place = this.parts.queue.enter(control.client);
    const identity = { runId: randomUUID(), language: language.id };
    const run = {
      ...identity,
      plan,
      place,
      control,
      encoding: request.outputEncoding,
      printed: false,
      startedAt: 0,
    };
    this.tell((observer) => observer.accepted(identity));
    return { ...identity, events: this.watched(run) };
  }

  /** Ends every run under way; each says `interrupted` to its client. */
  interruptAll(): void {
    for (const stop of this.underWay) stop.because('interrupted');
  }

  /** Resolves when no run is under way, or after `ms`. */
  async idle(ms: number): Promise<void> {
    const deadline = AbortSignal.timeout(ms);
    while (this.underWay.size > 0 && !deadline.aborted) {
      await once(this.ends, 'end', { signal: deadline }).catch(() => undefined);
    }
  }

  private async *watched(run: Run): AsyncGenerator<RunEvent, void> {
    this.underWay.add(run.control.stop);
    try {
      for await (const event of this.follow(run)) {
        this.tell((observer) => observer.saw(run, event));
        yield event;
      }
    } finally {
      this.underWay.delete(run.control.stop);
      run.control.stdin.end();
      this.ends.emit('end');
    }
  }

  private async *follow(run: Run): AsyncGenerator<RunEvent, void> {
    using place = run.place;
    const { stop } = run.control;
    for await (const position of place.positions(stop.signal)) yield { type: 'queued', position };
    // Without a turn and not stopped, the queue was closed under it.
    if (!place.hasTurn) stop.because('interrupted');
    try {
      yield yield* this.attempt(run);
    } catch (error) {
      const merelyStopped = stop.reason !== undefined && error === stop.signal.reason;
      if (!merelyStopped) this.tell((observer) => observer.failed(run, error));
      yield brokenEvent(run, error);
    }
  }

  /** A sandbox that broke before the program printed anything is replaced once: the client need not know. */
  private async *attempt(run: Run): AsyncGenerator<RunEvent, FinishedEvent> {
    try {
      return yield* this.performer.perform(run);
    } catch (error) {
      const hopeless = run.printed || run.control.stop.reason !== undefined;
      if (hopeless || !(error instanceof SandboxBroken) || error.outOfMemory) throw error;
      this.tell((observer) => observer.failed(run, error));
      return yield* this.performer.perform(run);
    }
  }

  private tell(what: (observer: RunObserver) => void): void {
    for (const observer of this.parts.observers) what(observer);
  }
}
