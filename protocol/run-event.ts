import { z } from 'zod';
import { RunFact, RunOutcome } from './outcome.ts';

export const Phase = z.enum(['compile', 'run']);
export type Phase = z.infer<typeof Phase>;

export const OutputStream = z.enum(['stdout', 'stderr']);
export type OutputStream = z.infer<typeof OutputStream>;

/** One thing that happened in a run. Every run ends with exactly one `finished`. Times are milliseconds. */
export const RunEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queued'), position: z.number().int().positive() }),
  z.object({
    type: z.literal('started'),
    language: z.string(),
    version: z.string(),
    image: z.string(),
    warm: z.boolean(),
  }),
  z.object({ type: z.literal('phase'), phase: Phase }),
  /** `data` is text whose UTF-8 is never split, or base64 when the request asked for it; `at` counts from `started`. */
  z.object({ type: z.literal('output'), stream: OutputStream, data: z.string(), at: z.number() }),
  z.object({ type: z.literal('usage'), cpuMs: z.number(), memoryBytes: z.number() }),
  z.object({
    type: z.literal('finished'),
    outcome: RunOutcome,
    /** The phase that the outcome speaks of: a time limit can end a compilation too. */
    phase: Phase,
    wallMs: z.number(),
    cpuMs: z.number(),
    memoryBytes: z.number(),
    facts: z.array(RunFact),
  }),
]);
export type RunEvent = z.infer<typeof RunEvent>;
export type FinishedEvent = Extract<RunEvent, { type: 'finished' }>;
