import type { TestReport } from '#protocol/judge.ts';
import type { RunFact, RunOutcome } from '#protocol/outcome.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { Decision } from './checker-desk.ts';
import { CleanRoom, maxCompiledBytes } from './clean-room.ts';
import { type Performed, type Performing, performClean } from './clean-start.ts';
import { Jury } from './jury.ts';
import { stoppedOutcome } from './outcome.ts';
import type { PlannedStep, PlannedTest, RunPlan } from './plan.ts';
import type { Run } from './run.ts';
import type { SandboxLimits } from './sandbox-limits.ts';

/** All tests of one run together may hold its turn so long. */
const maxJudgingMs = 300_000;

type EventOfTest = Extract<RunEvent, { type: 'output' | 'diagnostic' | 'artifact' | 'artifacts_left_out' }>;

interface Trial {
  readonly run: Run;
  readonly room: CleanRoom;
  readonly jury: Jury;
}

/** What all tests took, and what was refused in any. */
class Sum {
  readonly facts = new Set<RunFact>();
  private wallMs = 0;
  private cpuMs = 0;
  private memoryBytes = 0;

  add({ facts = [], wallMs, cpuMs, memoryBytes }: TestReport): void {
    for (const fact of facts) this.facts.add(fact);
    this.wallMs += wallMs;
    this.cpuMs += cpuMs;
    this.memoryBytes = Math.max(this.memoryBytes, memoryBytes);
  }

  figures(): Pick<FinishedEvent, 'wallMs' | 'cpuMs' | 'memoryBytes'> {
    const { wallMs, cpuMs, memoryBytes } = this;
    return { wallMs, cpuMs, memoryBytes };
  }
}

/** Runs a program for each of its tests, each time as if it were the first, and tells the verdicts as they come. */
export class Judge {
  constructor(
    private readonly performing: Performing,
    private readonly maxMs = maxJudgingMs,
  ) {}

  /** Begins in a sandbox that holds the run's files, and what was compiled of them. */
  async *judge(run: Run, limits: SandboxLimits): AsyncGenerator<RunEvent, FinishedEvent> {
    const { performing } = this;
    using room = new CleanRoom(run.plan, {
      take: () => performing.take(run, run.plan.spec),
      remove: (used) => performing.remove(used, run),
    });
    room.adopt(limits);
    const compile = run.plan.steps.find(({ phase }) => phase === 'compile');
    if (compile && !(await room.keepCompiled())) return compiledTooLarge(compile);
    await using jury = new Jury(performing, run);
    // From here on broken sandboxes are replaced test by test: a verdict is told once.
    run.printed = true;
    return yield* this.judgeAll({ run, room, jury });
  }

  private async *judgeAll(trial: Trial): AsyncGenerator<RunEvent, FinishedEvent> {
    const { run } = trial;
    const { tests, stopAtFirstFailure } = judgingOf(run.plan);
    const startedAt = performance.now();
    const sum = new Sum();
    let spentMs = 0;
    for (const test of tests) {
      spentMs = performance.now() - startedAt;
      if (run.control.stop.reason !== undefined || spentMs > this.maxMs) break;
      const report = yield* this.judgeOne(trial, test);
      sum.add(report);
      if (report.verdict === 'passed') run.passed += 1;
      yield { type: 'test', ...report };
      if (stopAtFirstFailure && report.verdict !== 'passed') break;
    }
    const outcome = this.outcomeOf(run, spentMs);
    return { type: 'finished', outcome, phase: 'run', ...sum.figures(), facts: [...sum.facts] };
  }

  private async *judgeOne(
    { run, room, jury }: Trial,
    test: PlannedTest,
  ): AsyncGenerator<RunEvent, TestReport> {
    const { index, step, stdin, hidden } = test;
    yield { type: 'phase', phase: 'run', test: index };
    const start = { room, step, stdin, isUnseen: hidden };
    const performed = yield* told(test, performClean(this.performing, run, start));
    return reportOf(test, performed, await jury.decide(test, performed));
  }

  private outcomeOf(run: Run, spentMs: number): RunOutcome {
    const { reason } = run.control.stop;
    const { tests } = judgingOf(run.plan);
    const total = tests.length;
    if (run.passed === total) return { kind: 'ok', exitCode: 0 };
    const [first] = tests;
    if (reason !== undefined && first !== undefined) return stoppedOutcome(reason, first.step);
    if (spentMs > this.maxMs)
      return { kind: 'time_limit', limitMs: this.maxMs, measuredMs: Math.round(spentMs) };
    return { kind: 'tests_failed', passed: run.passed, total };
  }
}

function compiledTooLarge({ phase }: PlannedStep): FinishedEvent {
  const outcome = { kind: 'disk_limit', limitBytes: maxCompiledBytes, exitCode: 0 } as const;
  return { type: 'finished', outcome, phase, wallMs: 0, cpuMs: 0, memoryBytes: 0, facts: [] };
}

/** What a client hears while a test runs: what it prints, uses, complains of and leaves; and of a hidden one nothing. */
async function* told(
  { index, hidden }: PlannedTest,
  events: AsyncGenerator<RunEvent, Performed>,
): AsyncGenerator<RunEvent, Performed> {
  const end: { performed?: Performed } = {};
  const reading = async function* () {
    end.performed = yield* events;
  };
  for await (const event of reading()) {
    if (hidden) continue;
    if (event.type === 'usage') yield event;
    if (isOfTest(event)) yield { ...event, test: index };
  }
  if (end.performed === undefined) throw new Error('a test ended without saying how');
  return end.performed;
}

/** An allow-list: of every other event, also one that is added later, nothing is told. */
function isOfTest(event: RunEvent): event is EventOfTest {
  return ['output', 'diagnostic', 'artifact', 'artifacts_left_out'].includes(event.type);
}

function reportOf(
  test: PlannedTest,
  { finished }: Performed,
  { verdict, difference, message }: Decision,
): TestReport {
  const { index, name, hidden } = test;
  const { outcome, facts, wallMs, cpuMs, memoryBytes } = finished;
  const report = { index, name, hidden, verdict, wallMs, cpuMs, memoryBytes };
  if (hidden) return report;
  return {
    ...report,
    outcome,
    facts,
    ...(difference === undefined ? {} : { difference }),
    ...(message === undefined ? {} : { message }),
  };
}

function judgingOf({ judging }: RunPlan): NonNullable<RunPlan['judging']> {
  if (judging === undefined) throw new Error('a run without tests cannot be judged');
  return judging;
}
