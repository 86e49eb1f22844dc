import type { OutputStream, RunEvent } from '#protocol/run-event.ts';

/** Something that is seen at one moment of a run. `stdin` is what the program was given before it began. */
export interface Moment {
  /** Milliseconds since the run started. */
  readonly at: number;
  readonly stream: OutputStream | 'stdin';
  readonly data: string;
}

/** What is to be seen of a run, in the order in which it came, and how long it took. */
export interface Timeline {
  readonly moments: readonly Moment[];
  readonly lengthMs: number;
}

/** Never shorter than its last output: what a run took is said of its program alone, without the compiler. */
export function timelineOf(events: readonly RunEvent[], stdin = ''): Timeline {
  const moments: Moment[] = stdin === '' ? [] : [{ at: 0, stream: 'stdin', data: stdin }];
  let lengthMs = 0;
  for (const event of events) {
    if (event.type === 'finished') lengthMs = Math.max(lengthMs, event.wallMs);
    if (event.type !== 'output') continue;
    lengthMs = Math.max(lengthMs, event.at);
    // What came later is never shown earlier, whatever a clock said.
    moments.push({ at: lengthMs, stream: event.stream, data: event.data });
  }
  return { moments, lengthMs };
}
