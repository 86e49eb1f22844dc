import { z } from 'zod';
import { Args, Code, Env, FilePath, SourceFiles, Stdin } from './run-request.ts';

const RestLimits = z
  .strictObject({
    wall_ms: z.number().int().positive(),
    cpu_ms: z.number().int().positive(),
    memory_bytes: z.number().int().positive(),
    output_bytes: z.number().int().positive(),
    processes: z.number().int().positive(),
    open_files: z.number().int().positive(),
    file_bytes: z.number().int().positive(),
  })
  .partial();

/** The body of `POST /execute`. `timeout_sec` is the wall limit of the run; `limits.wall_ms` says the same finer. */
export const ExecuteRequest = z.object({
  language: z.string().min(1).max(64),
  code: Code.optional(),
  files: SourceFiles.optional(),
  entry: FilePath.optional(),
  stdin: Stdin.optional(),
  args: Args.optional(),
  env: Env.optional(),
  timeout_sec: z.number().positive().optional(),
  limits: RestLimits.optional(),
  compile_limits: RestLimits.optional(),
  output_encoding: z.enum(['utf8', 'base64']).optional(),
});
export type ExecuteRequest = z.infer<typeof ExecuteRequest>;

const CompileAnswer = z.object({
  success: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  execution_time_ms: z.number(),
});

/** The answer of `POST /execute`: a program that fails is an answer like any other. */
export const ExecuteAnswer = z.object({
  success: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  /** Null when the program did not come to exit by itself. */
  exit_code: z.number().int().nullable(),
  execution_time_ms: z.number(),
  outcome: z.string(),
  /** One sentence for people: what happened, with the limit and the measured value. */
  message: z.string(),
  signal: z.string().nullable(),
  cpu_time_ms: z.number(),
  memory_bytes: z.number(),
  truncated: z.boolean(),
  compile: CompileAnswer.nullable(),
  facts: z.array(z.string()),
  language: z.string(),
  version: z.string(),
});
export type ExecuteAnswer = z.infer<typeof ExecuteAnswer>;
