import { CheckerDesk, type Decision } from './checker-desk.ts';
import type { Performed, Performing } from './clean-start.ts';
import { compareTexts } from './compare.ts';
import { PatternMatcher } from './pattern-matcher.ts';
import type { PlannedTest } from './plan.ts';
import type { Run } from './run.ts';

/** Decides whether what a program printed is what its test expects, by whatever rule the test has. For one run. */
export class Jury implements AsyncDisposable {
  private readonly desk: CheckerDesk;
  private readonly matcher = new PatternMatcher();

  constructor(performing: Performing, run: Run) {
    this.desk = new CheckerDesk(performing, run);
  }

  /** What ended the program itself is the verdict; only the output of one that ended well is looked at. */
  async decide(test: PlannedTest, { finished, stdout }: Performed): Promise<Decision> {
    const { kind } = finished.outcome;
    if (kind !== 'ok') return { verdict: kind };
    const { rule, expected } = test;
    if (rule.kind === 'checker') return this.desk.decide(test, rule.plan, stdout);
    // Bytes that are not UTF-8 are U+FFFD here; a byte order mark is a character like any other.
    const actual = new TextDecoder('utf-8', { ignoreBOM: true }).decode(stdout);
    if (rule.kind === 'regex') return this.match({ pattern: expected, flags: rule.flags }, actual);
    const difference = compareTexts(rule, expected, actual);
    if (difference !== undefined) return { verdict: 'wrong_answer', difference };
    if (rule.kind === 'exact' && !Buffer.from(expected).equals(stdout))
      return {
        verdict: 'wrong_answer',
        message: 'It printed bytes that are not UTF-8, where U+FFFD is expected.',
      };
    return { verdict: 'passed' };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.desk[Symbol.dispose]();
    await this.matcher[Symbol.asyncDispose]();
  }

  private async match(pattern: { pattern: string; flags: string }, actual: string): Promise<Decision> {
    const isMatch = await this.matcher.matches(pattern, actual);
    if (isMatch === undefined) {
      return { verdict: 'checker_fault', message: 'The regular expression takes too long, or is too large.' };
    }
    return { verdict: isMatch ? 'passed' : 'wrong_answer' };
  }
}
