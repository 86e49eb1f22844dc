import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** A test that failed: the file and the name, and the first line of why. */
export interface FailedTest {
  readonly test: string;
  readonly why: string;
}

const Vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** The tests that Vitest's JSON report calls failed, and the files that failed without a test that did. */
export function failedInVitest(report: unknown): readonly FailedTest[] {
  return Vitest.parse(report).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [{ test: file, why: firstLine(message) }] : [];
    return failed.map(({ fullName, failureMessages }) => ({
      test: `${file} › ${fullName}`,
      why: firstLine(failureMessages?.[0]),
    }));
  });
}

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec).default([]),
  get suites() {
    return z.array(PlaywrightSuite).default([]);
  },
});
const Playwright = z.object({
  suites: z.array(PlaywrightSuite).default([]),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** The tests that Playwright's JSON report calls not ok, and its errors outside of any test. */
export function failedInPlaywright(report: unknown): readonly FailedTest[] {
  const { suites, errors } = Playwright.parse(report);
  return [
    ...suites.flatMap(failedIn),
    ...errors.map(({ message }) => ({ test: 'outside of any test', why: firstLine(message) })),
  ];
}

function failedIn({ specs, suites }: z.infer<typeof PlaywrightSuite>): readonly FailedTest[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []));
      return { test: `e2e/${file} › ${title}`, why: firstLine(errors[0]) };
    });
  return [...own, ...suites.flatMap(failedIn)];
}

function firstLine(message: string | undefined): string {
  const line = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n')[0];
  // Of a test that took too long, Vitest's report has only the place where it is written.
  if (line === 'Error: STACK_TRACE_ERROR') return 'it took longer than its time limit';
  return line || 'no reason was reported';
}
