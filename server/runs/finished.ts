import type { RunOutcome } from '#protocol/outcome.ts';
import type { FinishedEvent } from '#protocol/run-event.ts';
import { SandboxBroken, type StepExit } from '../sandbox/sandbox.ts';
import { factsOf, stoppedOutcome } from './outcome.ts';
import type { PlannedStep } from './plan.ts';
import type { Run, RunBase } from './run.ts';
import type { StopReason } from './stop.ts';

/** The end of a step that told its own exit. */
export function finishedEvent(step: PlannedStep, exit: StepExit, outcome: RunOutcome): FinishedEvent {
  const { wallMs, cpuMs, memoryBytes } = exit;
  return { type: 'finished', outcome, phase: step.phase, wallMs, cpuMs, memoryBytes, facts: factsOf(exit) };
}

/** The end of a run that was stopped before a step of it began. */
export function stoppedBefore(run: RunBase, step = run.plan.steps[0]): FinishedEvent | undefined {
  const reason = run.control.stop.reason;
  if (reason === undefined || step === undefined) return undefined;
  const outcome = stoppedOutcome(reason, step);
  return { type: 'finished', outcome, phase: step.phase, wallMs: 0, cpuMs: 0, memoryBytes: 0, facts: [] };
}

/** What a client hears when our side broke: nothing of the inside, unless the kernel ended it all for memory. */
export function brokenEvent(run: Run, error: unknown): FinishedEvent {
  const wallMs = run.startedAt === 0 ? 0 : Math.round(performance.now() - run.startedAt);
  const step = run.plan.steps.at(-1);
  const base = {
    type: 'finished',
    phase: step?.phase ?? 'run',
    wallMs,
    cpuMs: 0,
    memoryBytes: 0,
    facts: [],
  } as const;
  return { ...base, facts: [], outcome: brokenOutcome(run.control.stop.reason, step, error) };
}

/** Whatever ended a run with tests, it says how many of them had passed. */
export function withTally(run: Run, finished: FinishedEvent): FinishedEvent {
  const { judging } = run.plan;
  if (judging === undefined) return finished;
  return { ...finished, tests: { passed: run.passed, total: judging.tests.length } };
}

/** The end of a step whose whole sandbox the kernel ended for memory, so that nobody was left to measure it. */
export function memoryLimitEvent(step: PlannedStep): FinishedEvent {
  const { memoryBytes } = step.limits;
  const outcome = memoryLimit(step);
  return { type: 'finished', outcome, phase: step.phase, wallMs: 0, cpuMs: 0, memoryBytes, facts: [] };
}

function memoryLimit({ limits: { memoryBytes } }: PlannedStep): RunOutcome {
  return { kind: 'memory_limit', limitBytes: memoryBytes, measuredBytes: memoryBytes };
}

function brokenOutcome(
  reason: StopReason | undefined,
  step: PlannedStep | undefined,
  error: unknown,
): RunOutcome {
  if (step !== undefined && reason !== undefined) return stoppedOutcome(reason, step);
  if (step !== undefined && error instanceof SandboxBroken && error.outOfMemory) {
    return memoryLimit(step);
  }
  return {
    kind: 'platform_fault',
    message: 'The sandbox failed. This is not your program’s doing. Try again.',
  };
}
