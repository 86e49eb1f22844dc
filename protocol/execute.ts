import { z } from 'zod';
import { checkTest, type TestCase, TestReport, testList, testShape } from './judge.ts';
import { LimitFigure } from './limits.ts';
import { Problem } from './problem.ts';
import { Args, Code, Env, FilePath, SourceFiles, Stdin } from './program.ts';
import { Diagnostic } from './run-event.ts';

const RestLimits = z
  .strictObject({
    wall_ms: LimitFigure,
    cpu_ms: LimitFigure,
    memory_bytes: LimitFigure,
    output_bytes: LimitFigure,
    processes: LimitFigure,
    open_files: LimitFigure,
    file_bytes: LimitFigure,
  })
  .partial();

/** Limits in the names of REST. */
export function restLimits(limits: TestCase['limits']): z.infer<typeof RestLimits> {
  const named = {
    wall_ms: limits.wallMs,
    cpu_ms: limits.cpuMs,
    memory_bytes: limits.memoryBytes,
    output_bytes: limits.outputBytes,
    processes: limits.processes,
    open_files: limits.openFiles,
    file_bytes: limits.fileBytes,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

const RestTests = testList(
  z.strictObject({ ...testShape, limits: RestLimits.optional() }).superRefine(checkTest),
);

/** The body of `POST /execute`. `timeout_sec` is the wall limit of the run; `limits.wall_ms` says the same finer. */
export const ExecuteRequest = z.strictObject({
  language: z.string().min(1).max(64),
  code: Code.optional(),
  files: SourceFiles.optional(),
  entry: FilePath.optional(),
  stdin: Stdin.optional(),
  args: Args.optional(),
  env: Env.optional(),
  timeout_sec: z.number().optional(),
  limits: RestLimits.optional(),
  compile_limits: RestLimits.optional(),
  output_encoding: z.enum(['utf8', 'base64']).optional(),
  /** With tests the program is compiled once and run for each of them, with their stdin and args instead of these. */
  tests: RestTests.optional(),
  stop_at_first_failure: z.boolean().optional(),
  /** True allows the answer of an identical run to be given again. */
  cache: z.boolean().optional(),
});
export type ExecuteRequest = z.infer<typeof ExecuteRequest>;

/** What the outcome carries to the byte and the millisecond: `limit_bytes`, `kept_bytes`, `printed_bytes`, `measured_ms`, `signal` and so on. */
const OutcomeDetails = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
export type OutcomeDetails = z.infer<typeof OutcomeDetails>;

const CompileAnswer = z.object({
  success: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  execution_time_ms: z.number(),
  /** True when the program had been compiled before, and the compiler did not run. */
  cached: z.boolean(),
});

/** What was found of one test. A hidden one tells nothing of what it was given and what came of it. */
const TestAnswer = TestReport.pick({
  index: true,
  name: true,
  hidden: true,
  verdict: true,
  facts: true,
  message: true,
  difference: true,
}).extend({
  /** The beginning of what the program printed. */
  stdout: z.string().optional(),
  stderr: z.string().optional(),
  /** True when more was printed than is kept here. */
  truncated: z.boolean().optional(),
  exit_code: z.number().int().nullable().optional(),
  outcome_details: OutcomeDetails.optional(),
  /** Those of the whole answer that are of this test; not there without any. */
  artifacts_left_out: z.array(z.string()).optional(),
  execution_time_ms: z.number(),
  cpu_time_ms: z.number(),
  memory_bytes: z.number(),
});
export type TestAnswer = z.infer<typeof TestAnswer>;

/** The answer of `POST /execute`: a program that fails is an answer like any other. */
export const ExecuteAnswer = z.object({
  success: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  /** Null when the program did not come to exit by itself. */
  exit_code: z.number().int().nullable(),
  execution_time_ms: z.number(),
  outcome: z.string(),
  outcome_details: OutcomeDetails,
  /** One sentence for people: what happened, with the limit and the measured value. */
  message: z.string(),
  signal: z.string().nullable(),
  cpu_time_ms: z.number(),
  memory_bytes: z.number(),
  truncated: z.boolean(),
  compile: CompileAnswer.nullable(),
  diagnostics: z.array(Diagnostic),
  facts: z.array(z.string()),
  /** The files that the program left in `out/`, in base64; with tests, each with the number of its test. */
  artifacts: z.array(
    z.object({
      path: z.string(),
      media_type: z.string(),
      bytes: z.number().int(),
      data: z.string(),
      test: Diagnostic.shape.test,
    }),
  ),
  /** What else was in `out/`: over the limits, or no regular file. At most 100 paths. */
  artifacts_left_out: z.array(z.string()),
  /** True when this is the answer of an identical run before. */
  cached: z.boolean(),
  language: z.string(),
  version: z.string(),
  /** What the engine calls the image's very bytes, `sha256:…`, where it says so. */
  image_digest: z.string().optional(),
  /** With tests: those that were judged, and how many of them passed. `stdout` and `stderr` are then theirs. */
  tests: z.array(TestAnswer).optional(),
  passed: z.number().int().optional(),
  /** Only where the fault is ours, beside what had come until then. Its `requestId` finds the run in the log. */
  error: Problem.optional(),
});
export type ExecuteAnswer = z.infer<typeof ExecuteAnswer>;
