import { z } from 'zod';
import { ExecuteRequest } from '#protocol/execute.ts';
import { Comparison, maxTests, testShape } from '#protocol/judge.ts';
import type { LimitRange, LimitRanges } from '#protocol/limits.ts';
import type { OperatorRanges } from '../runs/limits.ts';

/**
 * The body of `POST /execute` with what this server's operator lets a request ask for. For those who read it: the door
 * itself parses with `ExecuteRequest`, since only planning knows the language.
 */
export function describedBody({ run, compile }: OperatorRanges): z.ZodType {
  const { floor, default: usual, cap } = run.wallMs;
  const seconds = (ms: number) => ms / 1000;
  const { shape } = ExecuteRequest;
  return ExecuteRequest.extend({
    language: shape.language.describe('An id or another name of a language: see `/languages`.'),
    code: shape.code.describe('The main file. With `files` alone, `entry` or the first file is it.'),
    files: shape.files.describe('Files beside it, in folders of their paths; at most 64, 1 MiB together.'),
    entry: shape.entry.describe('The path of the main file; unsaid, the language’s usual one.'),
    stdin: shape.stdin.describe('What the program reads.'),
    args: shape.args.describe('Its arguments.'),
    env: shape.env.describe('Environment variables, beside those of the language.'),
    // A client that fills in defaults by itself would send this beside `limits.wall_ms`, and both at once are refused.
    timeout_sec: z
      .number()
      .min(seconds(floor))
      .max(seconds(cap))
      .optional()
      .describe(`The same as \`limits.wall_ms\` in seconds, ${seconds(usual)} by default: send one of them.`),
    limits: limitsWithin(run, withDefault)
      .optional()
      .describe('Of the run. A language may have other defaults: see `/languages`.'),
    compile_limits: limitsWithin(compile, withDefault)
      .optional()
      .describe('Of the compiler, where there is one.'),
    output_encoding: shape.output_encoding.describe('`base64` keeps bytes that are not UTF-8.'),
    tests: z
      .array(describedTest(run))
      .max(maxTests)
      .optional()
      .describe(
        'The program is compiled once and started for each of them, in a sandbox that is as new, with their `stdin` and `args` in ' +
          'the place of these. Hidden ones come last.',
      ),
    stop_at_first_failure: shape.stop_at_first_failure.describe(
      'No test is run after one that did not pass.',
    ),
    cache: shape.cache.describe('Allows the answer of an identical run to be given again, marked `cached`.'),
  });
}

function describedTest(run: LimitRanges) {
  const { name, stdin, args, expected, hidden } = testShape;
  return z.strictObject({
    name: name.describe('For people.'),
    stdin: stdin.describe('What the program reads in this test.'),
    args: args.describe('Its arguments in this test.'),
    expected: expected.describe('What it should print; a regular expression where `comparison` says so.'),
    comparison: z
      .union([z.enum(['exact', 'trim', 'tokens', 'float', 'regex']), Comparison])
      .default('trim')
      .describe(
        '`exact`: byte by byte. `trim`: line by line, white space at their ends and blank lines at the end not looked at. ' +
          '`tokens`: word by word. `float`: so, with numbers off by at most `tolerance`. `regex`: JavaScript’s, for the whole output, ' +
          'with `flags`. `checker`: a program of yours decides, in `language` with `code` or `files`. It finds `input.txt`, ' +
          '`expected.txt` and `actual.txt`; exit code 0 is passed, 1 with silent stderr is wrong, and the first line it prints says why.',
      ),
    hidden: hidden.describe('Nothing is told of it but name, verdict, time and memory.'),
    limits: limitsWithin(run, within).optional().describe('In this test.'),
  });
}

const within = ({ floor, cap }: LimitRange) => z.number().int().min(floor).max(cap).optional();
const withDefault = (range: LimitRange) => within(range).default(range.default);

function limitsWithin(ranges: LimitRanges, limit: (range: LimitRange) => z.ZodType) {
  return z.strictObject({
    wall_ms: limit(ranges.wallMs),
    cpu_ms: limit(ranges.cpuMs),
    memory_bytes: limit(ranges.memoryBytes),
    output_bytes: limit(ranges.outputBytes),
    processes: limit(ranges.processes),
    open_files: limit(ranges.openFiles),
    file_bytes: limit(ranges.fileBytes),
  });
}
