import type { z } from 'zod';
import type { Comparison, RedactedTest, TestCase } from '#protocol/judge.ts';
import { parseArgs } from './draft-text.ts';

/** A test as a person writes it. */
export interface DraftTest {
  /** Its name for us alone: it stays while the test is edited and moved. */
  readonly id: string;
  readonly name: string;
  readonly stdin: string;
  readonly expected: string;
  /** One argument a line. */
  readonly args: string;
  readonly comparison: Comparison;
  /** The wall limit; null is the language's usual one. */
  readonly seconds: number | null;
  readonly hidden: boolean;
}

export function newTest(given: Partial<Omit<DraftTest, 'id'>> = {}): DraftTest {
  const plain = { name: '', stdin: '', expected: '', args: '', seconds: null, hidden: false };
  return { ...plain, comparison: { kind: 'trim' }, ...given, id: crypto.randomUUID() };
}

/** As every door of the server takes it. */
export function caseOf(test: DraftTest): z.input<typeof TestCase> {
  const { name, stdin, expected, args, comparison, seconds, hidden } = test;
  const isDecided = comparison.kind === 'checker' && expected === '';
  return {
    ...{ name, stdin, args: parseArgs(args), comparison, hidden },
    ...(isDecided ? {} : { expected }),
    ...(seconds === null ? {} : { limits: { wallMs: Math.round(seconds * 1000) } }),
  };
}

/** Those of a saved snippet that may be read; what is hidden from this reader stays with the snippet. */
export function testsOfSnippet(tests: readonly (TestCase | RedactedTest)[]): readonly DraftTest[] {
  return tests.flatMap((test) => ('redacted' in test ? [] : [draftOfCase(test)]));
}

function draftOfCase({ name, stdin, expected = '', args, comparison, hidden, limits }: TestCase): DraftTest {
  const seconds = limits.wallMs === undefined ? null : limits.wallMs / 1000;
  return newTest({ name, stdin, expected, args: args.join('\n'), comparison, hidden, seconds });
}

/** Whether both would be judged the same. */
export function isSameTest(one: DraftTest, other: DraftTest): boolean {
  return JSON.stringify(caseOf(one)) === JSON.stringify(caseOf(other));
}
