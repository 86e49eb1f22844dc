import { z } from 'zod';
import { Difference, Verdict } from './judge.ts';
import { Code, FilePath, SourceFiles } from './program.ts';
import { Diagnostic } from './run-event.ts';

/**
 * The body of `POST /api/v1/snippets/:id/submit`: a try at a drill. What is not said comes from the drill; a file of
 * its is replaced by one of the same path.
 */
export const Submission = z.strictObject({
  code: Code.optional(),
  files: SourceFiles.optional(),
  entry: FilePath.optional(),
});
export type Submission = z.infer<typeof Submission>;

/** What is told of one test. Of a hidden one there is its number, its name, its verdict and its time, and no more. */
export const SubmittedTest = z.object({
  /** Its place in the drill, from 1. */
  index: z.number().int().positive(),
  name: z.string(),
  hidden: z.boolean(),
  verdict: Verdict,
  execution_time_ms: z.number(),
  /** One sentence for people, where there is more to say than the verdict. */
  message: z.string().optional(),
  difference: Difference.optional(),
  /** The beginning of what the program printed. */
  stdout: z.string().optional(),
  stderr: z.string().optional(),
  /** True when more was printed than is kept here. */
  truncated: z.boolean().optional(),
});
export type SubmittedTest = z.infer<typeof SubmittedTest>;

/** How a try ended. */
const SubmissionEnd = z.object({
  /** True when every test passed. */
  success: z.boolean(),
  passed: z.number().int(),
  total: z.number().int(),
  /** As of any run: `ok`, `tests_failed`, `compile_error` and so on. */
  outcome: z.string(),
  /** One sentence for people. */
  message: z.string(),
  /** What the compiler said; empty where there is none. */
  compile_output: z.string(),
  /** Of places in the submitted files, as the compiler named them. */
  diagnostics: z.array(Diagnostic),
});
export type SubmissionEnd = z.infer<typeof SubmissionEnd>;

/** What is told while a try is judged, one on a line; `finished` comes last, and once. */
export const SubmissionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queued'), position: z.number().int().positive() }),
  z.object({ type: z.literal('test'), ...SubmittedTest.shape }),
  z.object({ type: z.literal('finished'), ...SubmissionEnd.shape }),
]);
export type SubmissionEvent = z.infer<typeof SubmissionEvent>;

/** The whole of it at once. */
export const SubmissionAnswer = SubmissionEnd.extend({ tests: z.array(SubmittedTest) });
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>;
