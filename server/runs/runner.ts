import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { FinishedEvent, Phase, RunEvent } from '#protocol/run-event.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { CompileCache } from './compile-cache.ts';
import { FilesOut } from './files-out.ts';
import { brokenEvent, stoppedBefore, withTally } from './finished.ts';
import { Performer, type SandboxSource } from './performer.ts';
import { type PlannableLanguage, planRun, type RunPlan } from './plan.ts';
import { planFormat } from './plan-format.ts';
import { planTests } from './plan-tests.ts';
import type { RunQueue } from './queue.ts';
import { ResultCache, type ResultEntry } from './result-cache.ts';
import type { AcceptedRun, Run, RunBase, RunControl, RunIdentity, RunObserver, StepEnd } from './run.ts';
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
  /** What may be told again instead of being done again; nothing when left out. */
  readonly compiled?: CompileCache;
  readonly results?: ResultCache;
}

/** Accepts runs, gives each its turn, and sees to it that each ends with exactly one `finished`. */
export class Runner {
  private readonly underWay = new Set<Stop>();
  private readonly ends = new EventEmitter();
  private readonly performer: Performer;
  private readonly results: ResultCache;

  constructor(private readonly parts: RunnerParts) {
    const failed = (run: RunIdentity, error: unknown) => this.tell((observer) => observer.failed(run, error));
    const stepped = (run: RunIdentity, end: StepEnd) => this.tell((observer) => observer.stepped?.(run, end));
    const { pool, compiled = new CompileCache(0), results = new ResultCache(0) } = parts;
    this.performer = new Performer({ pool, compiled, failed, stepped });
    this.results = results;
  }

  /**
   * Accepts a run. Throws `RunRefused` at once; whatever goes wrong later is an outcome. The caller must begin to read
   * `events` right away and read them to their end: the place in the queue is held by them.
   */
  start(request: RunRequest, control: RunControl): AcceptedRun {
    const language = this.parts.languages.ready(request.language);
    const find = (name: string) => this.parts.languages.ready(name);
    return this.accept(request, planTests(request, planRun(request, language), find), control);
  }

  /** As `start`, for a run of the language's formatter over the request's code. */
  format(request: RunRequest, control: RunControl): AcceptedRun & { readonly formatter: string } {
    const language = this.parts.languages.ready(request.language);
    const run = this.accept(request, planFormat(request, language), control);
    return { ...run, formatter: language.formatter?.name ?? '' };
  }

  private accept(request: RunRequest, plan: RunPlan, control: RunControl): AcceptedRun {
    const identity = { runId: randomUUID(), language: plan.language.id };
    const base = { ...identity, plan, control, encoding: request.outputEncoding };
    const result = this.results.entry(request, plan);
    const events = this.toldAgain(base, result) ?? this.performed(base, result);
    this.tell((observer) => observer.accepted(identity, control.client));
    return { ...identity, events: this.watched(base, events) };
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

  /** Undefined when there is nothing to tell again. It needs no turn, but counts as a run. */
  private toldAgain(
    run: RunBase,
    result: ResultEntry | undefined,
  ): AsyncGenerator<RunEvent, void> | undefined {
    const events = result?.events();
    if (events === undefined) return undefined;
    this.parts.queue.admit(run.control.client);
    return told(events, run);
  }

  private performed(run: RunBase, result: ResultEntry | undefined): AsyncGenerator<RunEvent, void> {
    const place = this.parts.queue.enter(run.control.client);
    const begun = {
      printed: false,
      passed: 0,
      startedAt: 0,
      filesOut: new FilesOut(run.plan.files),
      phases: new Set<Phase>(),
    };
    const events = this.follow({ ...run, ...begun, place });
    return result ? result.keep(events, run.control) : events;
  }

  private async *watched(run: RunBase, events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent, void> {
    this.underWay.add(run.control.stop);
    try {
      for await (const event of events) {
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
      yield withTally(run, yield* this.attempt(run));
    } catch (error) {
      const merelyStopped = stop.reason !== undefined && error === stop.signal.reason;
      if (!merelyStopped) this.tell((observer) => observer.failed(run, error));
      yield withTally(run, brokenEvent(run, error));
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

async function* told(events: readonly RunEvent[], run: RunBase): AsyncGenerator<RunEvent, void> {
  for (const event of events) {
    const stopped = stoppedBefore(run);
    yield stopped ?? event;
    if (stopped) return;
  }
}
