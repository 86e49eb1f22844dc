import type { TestReport } from '#protocol/judge.ts';
import { describeOutcome } from '#protocol/outcome-words.ts';

/** One sentence for people: how a test ended. */
export function verdictWords({ verdict, outcome, message }: TestReport): string {
  if (verdict === 'passed') return 'Passed.';
  if (verdict === 'wrong_answer') return message ? `Wrong answer: ${message}` : 'Wrong answer.';
  if (verdict === 'checker_fault') return `The checker failed${message ? `: ${message}` : '.'}`;
  return outcome === undefined ? 'Did not pass.' : describeOutcome(outcome);
}
