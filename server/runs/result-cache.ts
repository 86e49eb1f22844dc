import { createHash } from 'node:crypto';
import type { OutcomeKind } from '#protocol/outcome.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import { ByteCache } from './byte-cache.ts';
import type { RunPlan } from './plan.ts';
import type { RunControl } from './run.ts';

/** Ends that are the program's own doing, and nothing of ours: neither a limit, nor a stop, nor a fault. */
const ownEnds: ReadonlySet<OutcomeKind> = new Set(['ok', 'exit_nonzero', 'signal', 'compile_error']);

interface Result {
  /** A run's events from `started` to `finished`, as JSON. */
  readonly json: Buffer;
  readonly bytes: number;
}

/** What runs told that may be told again. `maxBytes` of 0 turns it off. */
export class ResultCache {
  private readonly results: ByteCache<Result>;

  constructor(maxBytes: number) {
    this.results = new ByteCache(maxBytes);
  }

  /** Undefined for a request that did not ask for it, or whose program a person may type into. */
  entry(request: RunRequest, plan: RunPlan): ResultEntry | undefined {
    if (!request.cache || request.interactive) return undefined;
    return new ResultEntry(keyOf(request, plan), this.results);
  }
}

/** The place of one request in the cache. */
export class ResultEntry {
  constructor(
    private readonly key: string,
    private readonly results: ByteCache<Result>,
  ) {}

  /** The events of an identical run, whose `started` says that they are; undefined when there are none. */
  events(): RunEvent[] | undefined {
    const result = this.results.get(this.key);
    if (result === undefined) return undefined;
    const events: RunEvent[] = JSON.parse(result.json.toString());
    return events.map((event) => (event.type === 'started' ? { ...event, cached: true } : event));
  }

  /** Passes on the events of a run, and keeps them when nobody steered it and the end is the program's own doing. */
  async *keep(events: AsyncIterable<RunEvent>, control: RunControl): AsyncGenerator<RunEvent, void> {
    let told: string[] | undefined = [];
    let bytes = 0;
    for await (const event of events) {
      if (event.type !== 'queued') {
        const json = JSON.stringify(event);
        bytes += Buffer.byteLength(json) + 1;
        told = bytes < this.results.maxEntryBytes ? told : undefined;
        told?.push(json);
      }
      if (event.type === 'finished' && told && isOwnDoing(event) && isLeftAlone(control)) this.store(told);
      yield event;
    }
  }

  private store(told: readonly string[]): void {
    const json = Buffer.from(`[${told.join(',')}]`);
    this.results.set(this.key, { json, bytes: json.length });
  }
}

function isOwnDoing({ outcome, facts }: FinishedEvent): boolean {
  return ownEnds.has(outcome.kind) && facts.length === 0;
}

function isLeftAlone({ steering, stop }: RunControl): boolean {
  return steering?.wasUsed !== true && stop.reason === undefined;
}

/** The request says what is run; the plan, with which image and under which limits where the request leaves them open. */
function keyOf(request: RunRequest, { language, steps }: RunPlan): string {
  const whole = JSON.stringify([language.id, language.image, steps, request]);
  return createHash('sha256').update(whole).digest('hex');
}
