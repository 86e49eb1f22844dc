import type { OutcomeDetails } from '#protocol/execute.ts';
import type { RunOutcome } from '#protocol/outcome.ts';
import { snakeCase } from './snake-case.ts';

/** What an outcome carries beside its kind and its words, in the names of REST: `limit_bytes` for `limitBytes`. */
export function detailsOf(outcome: RunOutcome): OutcomeDetails {
  const { kind: _, ...carried } = outcome;
  const named = Object.entries(carried).flatMap(([name, value]) =>
    name === 'message' || value === undefined ? [] : [[snakeCase(name), value] as const],
  );
  return Object.fromEntries(named);
}
