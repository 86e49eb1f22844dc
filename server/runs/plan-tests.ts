import type { Checker, TestCase } from '#protocol/judge.ts';
import type { RunRequest } from '#protocol/run-request.ts';
import {
  type PlannableLanguage,
  type PlannedStep,
  type PlannedTest,
  planRun,
  type Rule,
  type RunPlan,
} from './plan.ts';
import { LimitRefused, RunRefused } from './refused.ts';

/** What a checker finds beside it, and gets as its arguments. */
export const checkerFiles = { input: 'input.txt', expected: 'expected.txt', actual: 'actual.txt' } as const;

interface PlacedTest {
  readonly test: TestCase;
  /** From 0, as fields are named. */
  readonly at: number;
}

type FindLanguage = (name: string) => PlannableLanguage;

/** Pure: the plan of a run with what its tests mean. Throws `RunRefused`, with the test's field, for what cannot be asked. */
export function planTests(request: RunRequest, plan: RunPlan, find: FindLanguage): RunPlan {
  if (request.tests.length === 0) return plan;
  if (request.interactive) {
    const message = 'A run with tests cannot be interactive: each test brings its own stdin.';
    throw new RunRefused({ code: 'invalid_request', message, field: 'interactive' });
  }
  if (request.terminal !== undefined) {
    const message = 'A run with tests cannot have a terminal: what is compared is what the program prints.';
    throw new RunRefused({ code: 'invalid_request', message, field: 'terminal' });
  }
  const checkers = new Checkers(request, find);
  const tests = request.tests.map((test, at): PlannedTest => {
    const { name, hidden, stdin, expected = '', comparison } = test;
    const step = withSecrecy(stepOf(request, plan.language, { test, at }), hidden);
    const rule = comparison.kind === 'checker' ? checkers.plan(comparison, at) : comparison;
    return { index: at + 1, name, hidden, stdin, expected, rule, step };
  });
  // Process numbers and counters of the sandbox go on from test to test: after a hidden one, nobody may see them.
  const ordered = [...tests.filter(({ hidden }) => !hidden), ...tests.filter(({ hidden }) => hidden)];
  return { ...plan, judging: { tests: ordered, stopAtFirstFailure: request.stopAtFirstFailure } };
}

/** A test's command. What the files hold does not matter for it, so they are not decoded again for each test. */
function stepOf(request: RunRequest, language: PlannableLanguage, { test, at }: PlacedTest): PlannedStep {
  const { code, files } = request;
  const ofTest = {
    ...request,
    ...(code === undefined ? {} : { code: '' }),
    files: files.map((file) => ({ ...file, content: '' })),
    args: test.args,
    limits: { ...request.limits, ...test.limits },
  };
  try {
    const step = planRun(ofTest, language).steps.at(-1);
    if (step === undefined) throw new Error('a plan without a step');
    return step;
  } catch (error) {
    if (!(error instanceof LimitRefused)) throw error;
    throw new LimitRefused({ ...error.excess, group: `tests.${at}.limits` });
  }
}

/** Whoever has the sandbox next must not learn from those counters either. */
function withSecrecy(step: PlannedStep, isSecret: boolean): PlannedStep {
  return isSecret ? { ...step, command: { ...step.command, isSecret } } : step;
}

class Checkers {
  private readonly planned = new Map<string, Rule>();

  constructor(
    private readonly request: RunRequest,
    private readonly find: FindLanguage,
  ) {}

  plan(checker: Checker, at: number): Rule {
    const key = JSON.stringify(checker);
    const rule = this.planned.get(key) ?? this.planNew(checker, `tests.${at}.comparison`);
    this.planned.set(key, rule);
    return rule;
  }

  private planNew({ kind, language, code, files, entry }: Checker, field: string): Rule {
    refuseGivenNames([...files.map(({ path }) => path), ...(entry === undefined ? [] : [entry])], field);
    const { code: _code, entry: _entry, ...rest } = this.request;
    const request: RunRequest = {
      ...rest,
      language,
      ...(code === undefined ? {} : { code }),
      ...(entry === undefined ? {} : { entry }),
      files,
      args: Object.values(checkerFiles),
      env: {},
      limits: {},
      compileLimits: {},
    };
    try {
      return { kind, plan: planRun(request, this.find(language)) };
    } catch (error) {
      if (!(error instanceof RunRefused)) throw error;
      throw new RunRefused({ ...error.problem, field: `${field}.${error.problem.field ?? 'language'}` });
    }
  }
}

function refuseGivenNames(paths: readonly string[], field: string): void {
  const given = Object.values(checkerFiles);
  const taken = paths.find((path) => given.some((name) => path === name || path.startsWith(`${name}/`)));
  if (taken === undefined) return;
  const message = `${taken} is a file that a checker is given.`;
  throw new RunRefused({ code: 'invalid_request', message, field: `${field}.files` });
}
