import { z } from 'zod';
import { TestCases } from './judge.ts';
import { Limits } from './limits.ts';
import { Args, Code, Env, FilePath, SourceFiles, Stdin } from './program.ts';

const side = z.number().int().min(1).max(1000);
/** The size of a terminal, in characters. */
export const TerminalSize = z.object({ rows: side, columns: side });
export type TerminalSize = z.infer<typeof TerminalSize>;

/**
 * What one client asks to be run, as every door parses it. `code` becomes the language's own source file;
 * `files` stand beside it, and without `code` the first of them (or `entry`) is the one that is run.
 */
export const RunRequest = z.object({
  language: z.string().min(1).max(64),
  code: Code.optional(),
  files: SourceFiles.default([]),
  entry: FilePath.optional(),
  stdin: Stdin.default(''),
  /** True keeps stdin open after `stdin` was fed, until the client ends it. */
  interactive: z.boolean().default(false),
  /** Runs the program in a terminal of this size: its output is then all stdout, and typed control characters act. */
  terminal: TerminalSize.optional(),
  args: Args.default([]),
  env: Env.default({}),
  limits: Limits.partial().default({}),
  compileLimits: Limits.partial().default({}),
  outputEncoding: z.enum(['utf8', 'base64']).default('utf8'),
  /** With tests the program is compiled once and run for each of them, with their stdin and args instead of these. */
  tests: TestCases.default([]),
  stopAtFirstFailure: z.boolean().default(false),
  /** True allows the events of an identical run to be the answer. An interactive run is never answered so. */
  cache: z.boolean().default(false),
});
export type RunRequest = z.infer<typeof RunRequest>;
