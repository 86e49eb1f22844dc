import { z } from 'zod';
import { Tally, TestReport } from './judge.ts';
import { RunFact, RunOutcome } from './outcome.ts';

export const Phase = z.enum(['compile', 'run']);
export type Phase = z.infer<typeof Phase>;

export const OutputStream = z.enum(['stdout', 'stderr']);
export type OutputStream = z.infer<typeof OutputStream>;

/** The test that the program runs for, from 1; not there without tests. Of a hidden test only its phase is told. */
const TestIndex = z.number().int().positive().optional();

export const Artifact = z.object({
  /** Relative to the work folder: `out/plot.png`. */
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  /** Base64. */
  data: z.string(),
  test: TestIndex,
});
export type Artifact = z.infer<typeof Artifact>;

/** What a compiler or a runtime says of a place in one of the run's own files. Lines and columns count from 1. */
export const Diagnostic = z.object({
  phase: Phase,
  file: z.string(),
  line: z.number().int().positive(),
  column: z.number().int().positive().optional(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  test: TestIndex,
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** One thing that happened in a run. Every run ends with exactly one `finished`. Times are milliseconds. */
export const RunEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queued'), position: z.number().int().positive() }),
  z.object({
    type: z.literal('started'),
    language: z.string(),
    version: z.string(),
    image: z.string(),
    /** What the engine calls these very bytes: `sha256:…`. */
    digest: z.string().optional(),
    warm: z.boolean(),
    /** True when this run's events are those of an identical run before it. */
    cached: z.literal(true).optional(),
  }),
  /** `cached` is true when the program had been compiled before: what the compiler said is told again. */
  z.object({
    type: z.literal('phase'),
    phase: Phase,
    test: TestIndex,
    cached: z.literal(true).optional(),
  }),
  /** `data` is text whose UTF-8 is never split, or base64 when the request asked for it; `at` counts from `started`. */
  z.object({
    type: z.literal('output'),
    stream: OutputStream,
    data: z.string(),
    at: z.number(),
    test: TestIndex,
  }),
  /** A file that the program left in `out/`; all of them come right before `finished`, or before their test's verdict. */
  z.object({ type: z.literal('artifact'), ...Artifact.shape }),
  /** What else was in `out/`: over the limits, or no regular file. At most 100 paths in a run. */
  z.object({ type: z.literal('artifacts_left_out'), paths: z.array(z.string()), test: TestIndex }),
  z.object({ type: z.literal('diagnostic'), ...Diagnostic.shape }),
  z.object({ type: z.literal('usage'), cpuMs: z.number(), memoryBytes: z.number() }),
  /** A test was judged. */
  z.object({ type: z.literal('test'), ...TestReport.shape }),
  z.object({
    type: z.literal('finished'),
    outcome: RunOutcome,
    /** The phase that the outcome speaks of: a time limit can end a compilation too. */
    phase: Phase,
    wallMs: z.number(),
    cpuMs: z.number(),
    memoryBytes: z.number(),
    facts: z.array(RunFact),
    /** Of a run with tests, however it ended; times are then of all tests together, memory of the largest. */
    tests: Tally.optional(),
  }),
]);
export type RunEvent = z.infer<typeof RunEvent>;
export type FinishedEvent = Extract<RunEvent, { type: 'finished' }>;
