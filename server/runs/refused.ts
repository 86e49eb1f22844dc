import type { Limits } from '#protocol/limits.ts';
import { type Problem, Refused } from '#protocol/problem.ts';

/** We refuse a run before it starts. Each door says the problem once, in its own way. */
export class RunRefused extends Refused {
  override readonly name: string = 'RunRefused';
}

/** More or less was asked of a limit than may be. */
export interface LimitExcess {
  readonly group: 'limits' | 'compileLimits' | `tests.${number}.limits`;
  readonly limit: keyof Limits;
  readonly bound: 'floor' | 'cap';
  /** The floor or the cap that was passed, in the limit's own unit. */
  readonly value: number;
}

/** A limit that may not be asked for; a door that has other names for limits says it in its own words. */
export class LimitRefused extends RunRefused {
  override readonly name = 'LimitRefused';

  constructor(readonly excess: LimitExcess) {
    super(limitProblem(`${excess.group}.${excess.limit}`, excess.bound, excess.value));
  }
}

/** `limits.wallMs must be at most 60000, the cap of this server.` */
export function limitProblem(field: string, bound: 'floor' | 'cap', value: number): Problem {
  const rule = bound === 'cap' ? `at most ${value}, the cap of this server` : `at least ${value}`;
  return { code: 'invalid_request', message: `${field} must be ${rule}.`, field };
}
