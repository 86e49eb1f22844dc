import { z } from 'zod';

const milliseconds = z.number().nonnegative();
const bytes = z.number().int().nonnegative();
/** Null when the program was ended by a signal. */
const ownExit = z.number().int().nullable();

/**
 * How a run ended: the same words at every door. The first reason to stop wins and is written down where the
 * kill is made; a limit's outcome carries the limit and what was measured.
 */
export const RunOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), exitCode: z.literal(0) }),
  z.object({ kind: z.literal('exit_nonzero'), exitCode: z.number().int() }),
  z.object({ kind: z.literal('signal'), signal: z.string(), number: z.number().int() }),
  z.object({ kind: z.literal('time_limit'), limitMs: milliseconds, measuredMs: milliseconds }),
  z.object({ kind: z.literal('cpu_limit'), limitMs: milliseconds, measuredMs: milliseconds }),
  z.object({ kind: z.literal('memory_limit'), limitBytes: bytes, measuredBytes: bytes }),
  z.object({ kind: z.literal('output_limit'), limitBytes: bytes, keptBytes: bytes, printedBytes: bytes }),
  z.object({
    kind: z.literal('process_limit'),
    limit: z.number().int(),
    refusals: z.number().int(),
    exitCode: ownExit,
  }),
  z.object({
    kind: z.literal('disk_limit'),
    /** What the full folder may hold, or a file when no folder is named. */
    limitBytes: bytes,
    folder: z.string().optional(),
    /** As many files and folders as it may hold, where it was these that ran out. */
    limitFiles: z.number().int().optional(),
    exitCode: ownExit,
  }),
  z.object({ kind: z.literal('compile_error'), exitCode: z.number().int() }),
  /** Of a judged run: every test has its own verdict, and not all of them passed. */
  z.object({ kind: z.literal('tests_failed'), passed: z.number().int(), total: z.number().int() }),
  z.object({ kind: z.literal('stopped') }),
  z.object({ kind: z.literal('client_gone') }),
  z.object({ kind: z.literal('interrupted') }),
  z.object({ kind: z.literal('platform_fault'), message: z.string() }),
]);
export type RunOutcome = z.infer<typeof RunOutcome>;
export type OutcomeKind = RunOutcome['kind'];

/** A limit that refused the program something it then handled itself: told beside the outcome, never instead of it. */
export const RunFact = z.enum(['process_limit', 'disk_limit']);
export type RunFact = z.infer<typeof RunFact>;
