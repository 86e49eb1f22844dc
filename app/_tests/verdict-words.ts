import type { TestReport } from '#protocol/judge.ts';
import { describeOutcome, formatSeconds } from '#protocol/outcome-words.ts';
import { plainVerdictWords } from '#protocol/verdict-words.ts';

/** One sentence for people: how a test ended. */
export function verdictWords({ verdict, outcome, message }: TestReport): string {
  if (verdict === 'passed') return 'Passed.';
  if (verdict === 'wrong_answer') return message ? `Wrong answer: ${message}` : 'Wrong answer.';
  if (verdict === 'checker_fault') return `The checker failed${message ? `: ${message}` : '.'}`;
  return outcome === undefined ? plainVerdictWords(verdict) : describeOutcome(outcome);
}

/** `12 ms`, and seconds from one on. */
export function formatTestTime(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : formatSeconds(ms);
}
