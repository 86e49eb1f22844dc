import { z } from 'zod';
import { Limits } from './limits.ts';
import { RunFact, RunOutcome } from './outcome.ts';
import { Args, Code, FilePath, SourceFiles, Stdin, tooLarge, weigh } from './program.ts';
import { utf8Bytes } from './utf8-bytes.ts';

export const maxTests = 100;
/** What one test may expect, and what all tests of a request may weigh together. */
export const maxExpectedBytes = 1024 * 1024;
export const maxTestsBytes = 4 * 1024 * 1024;
const maxPatternLength = 4096;

/**
 * A program of the author's that decides. It finds `input.txt`, `expected.txt` and `actual.txt` beside it, and their
 * names as its arguments. It exits with 0 for passed, or with 1 and silent stderr for a wrong answer; the first line
 * of its stdout then says why. Anything else is a fault of the checker's.
 */
export const Checker = z.strictObject({
  kind: z.literal('checker'),
  language: z.string().min(1).max(64),
  code: Code.optional(),
  files: SourceFiles.default([]),
  entry: FilePath.optional(),
});
export type Checker = z.infer<typeof Checker>;

const Rule = z.discriminatedUnion('kind', [
  /** Byte by byte: bytes that are not UTF-8 are never what is expected. */
  z.strictObject({ kind: z.literal('exact') }),
  /** Line by line; white space at the end of a line, and blank lines at the end, are not looked at. */
  z.strictObject({ kind: z.literal('trim') }),
  /** Word by word, whatever white space is between. */
  z.strictObject({ kind: z.literal('tokens') }),
  /** As `tokens`, but numbers may be off by `tolerance`, or by that part of the expected one. NaN equals NaN. */
  z.strictObject({ kind: z.literal('float'), tolerance: z.number().nonnegative().max(1).default(1e-6) }),
  /** `expected` is a JavaScript regular expression (flag u) for the whole output; a last line end may stay over. */
  z.strictObject({
    kind: z.literal('regex'),
    flags: z
      .string()
      .regex(/^(?!.*(.).*\1)[ims]*$/, 'may hold i, m and s, each once')
      .default(''),
  }),
  Checker,
]);

/** How an output is held against what is expected. `"tokens"` is short for `{"kind": "tokens"}`. */
export const Comparison = z.preprocess(
  (given) => (typeof given === 'string' ? { kind: given } : given),
  Rule,
);
export type Comparison = z.infer<typeof Comparison>;

const oneLine = z
  .string()
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters');

const Expected = z
  .string()
  .refine((text) => utf8Bytes(text) <= maxExpectedBytes, tooLarge('expected', maxExpectedBytes));

/** What a test is at every door; each adds the limits in its own words. */
export const testShape = {
  name: oneLine.default(''),
  stdin: Stdin.default(''),
  args: Args.default([]),
  expected: Expected.optional(),
  comparison: Comparison.default({ kind: 'trim' }),
  /** Nothing of a hidden test is told but its name, its verdict, its time and its memory. */
  hidden: z.boolean().default(false),
};

interface Expecting {
  readonly expected?: string | undefined;
  readonly comparison: Comparison;
}

/** Refuses a test that cannot be judged, and names its field. */
export function checkTest({ expected, comparison }: Expecting, context: z.RefinementCtx): void {
  const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (comparison.kind === 'checker') {
    if (comparison.code === undefined && comparison.files.length === 0)
      wrong(['comparison', 'code'], 'code or files must be there');
  } else if (expected === undefined) {
    wrong(['expected'], 'must be there, unless a checker decides');
  } else if (comparison.kind === 'regex') {
    const fault = faultOfPattern(expected, comparison.flags);
    if (fault !== undefined) wrong(['expected'], fault);
  }
}

export const TestCase = z
  .strictObject({ ...testShape, limits: Limits.partial().default({}) })
  .superRefine(checkTest);
export type TestCase = z.infer<typeof TestCase>;

/** A list of tests, none too many and not too large together. */
export function testList<Test extends z.ZodType>(test: Test): z.ZodArray<Test> {
  return z
    .array(test)
    .max(maxTests, `must be at most ${maxTests} tests`)
    .refine((tests) => weigh(tests) <= maxTestsBytes, tooLarge('tests together', maxTestsBytes));
}

export const TestCases = testList(TestCase);

/** How one test ended: `passed`, or why not. Whatever ended the program itself has the name of its outcome. */
export const Verdict = z.enum([
  'passed',
  'wrong_answer',
  'checker_fault',
  ...RunOutcome.options.map((option) => option.shape.kind.value),
]);
export type Verdict = z.infer<typeof Verdict>;

/** Where an output first departs from what was expected, counted from 1, columns in characters. */
export const Difference = z.object({
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  /** What stands there, cut where it is long; null where the text has ended. */
  expected: z.string().nullable(),
  actual: z.string().nullable(),
});
export type Difference = z.infer<typeof Difference>;

/** What was judged of one test. A hidden one has neither outcome, facts, difference nor message: they could tell its input. */
export const TestReport = z.object({
  /** Its place in the request, from 1. */
  index: z.number().int().positive(),
  name: z.string(),
  hidden: z.boolean(),
  verdict: Verdict,
  outcome: RunOutcome.optional(),
  facts: z.array(RunFact).optional(),
  difference: Difference.optional(),
  /** What the checker says of the answer, or what is wrong with the checker. */
  message: z.string().optional(),
  wallMs: z.number(),
  cpuMs: z.number(),
  memoryBytes: z.number(),
});
export type TestReport = z.infer<typeof TestReport>;

export const Tally = z.object({ passed: z.number().int(), total: z.number().int() });
export type Tally = z.infer<typeof Tally>;

/** What others see of a saved hidden test. */
export const RedactedTest = z.strictObject({
  name: oneLine,
  hidden: z.literal(true),
  redacted: z.literal(true),
});
export type RedactedTest = z.infer<typeof RedactedTest>;

function faultOfPattern(pattern: string, flags: string): string | undefined {
  if (pattern.length > maxPatternLength) return `must be at most ${maxPatternLength} characters as a pattern`;
  try {
    new RegExp(pattern, `u${flags}`);
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? error.message : 'is not a regular expression';
  }
}
