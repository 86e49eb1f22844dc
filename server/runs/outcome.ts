import { constants } from 'node:os';
import type { RunFact, RunOutcome } from '#protocol/outcome.ts';
import { type StepExit, writableBytes } from '../sandbox/sandbox.ts';
import type { DiskComplaints } from './disk-complaints.ts';
import type { Output } from './output.ts';
import type { PlannedStep } from './plan.ts';
import type { StopReason } from './stop.ts';

/** What is known of a step that ended. */
export interface EndedStep {
  readonly step: PlannedStep;
  readonly exit: StepExit;
  readonly output: Output;
  /** What it said that it had no room in, where it is a compiler. */
  readonly lacked?: DiskComplaints['lacked'];
  /** Why we stopped it, if we did. */
  readonly stopReason: StopReason | undefined;
}

// Some have two names: SIGABRT, which comes first and is what people say, is SIGIOT too.
const signalNames = new Map(
  Object.entries(constants.signals)
    .map(([name, number]) => [number, name] as const)
    .toReversed(),
);
const SIGXFSZ = constants.signals.SIGXFSZ ?? 25;

/**
 * How the step ended, from what was written down where it was ended: the agent's reason first, since it was there;
 * then ours; then what the program itself said.
 */
export function outcomeOf(ended: EndedStep): RunOutcome {
  const { step, exit, output } = ended;
  switch (exit.killedBy) {
    case 'wall':
      return { kind: 'time_limit', limitMs: step.limits.wallMs, measuredMs: exit.wallMs };
    case 'cpu':
      return { kind: 'cpu_limit', limitMs: step.limits.cpuMs, measuredMs: exit.cpuMs };
    case 'memory':
      return { kind: 'memory_limit', limitBytes: step.limits.memoryBytes, measuredBytes: exit.memoryBytes };
    case 'host':
      return stoppedOutcome(ended.stopReason ?? 'interrupted', step, output);
    case null:
      // The program may have ended by itself with more in the pipe than it was allowed to print.
      return output.isOver ? stoppedOutcome('output_limit', step, output) : ownOutcome(ended);
    default:
      return exit.killedBy satisfies never;
  }
}

/** The outcome of a run that we ended, before or while a step ran. */
export function stoppedOutcome(reason: StopReason, step: PlannedStep, output?: Output): RunOutcome {
  if (reason !== 'output_limit') return { kind: reason };
  return {
    kind: 'output_limit',
    limitBytes: step.limits.outputBytes,
    keptBytes: output?.keptBytes ?? 0,
    printedBytes: output?.printedBytes ?? 0,
  };
}

/** Limits that refused the program something, whatever it made of it. */
export function factsOf(exit: StepExit): RunFact[] {
  const facts: RunFact[] = [];
  if (exit.processRefusals > 0) facts.push('process_limit');
  if (exit.diskFull || exit.fileFull) facts.push('disk_limit');
  return facts;
}

function ownOutcome(ended: EndedStep): RunOutcome {
  const { step, exit } = ended;
  if (exit.exitCode === 0) return { kind: 'ok', exitCode: 0 };
  const { exitCode } = exit;
  const full = diskOutcome(ended);
  if (full !== undefined) return full;
  if (exit.processRefusals > 0) {
    return { kind: 'process_limit', limit: step.limits.processes, refusals: exit.processRefusals, exitCode };
  }
  if (step.phase === 'compile')
    return { kind: 'compile_error', exitCode: exitCode ?? 128 + (exit.signal ?? 0) };
  if (exitCode !== null) return { kind: 'exit_nonzero', exitCode };
  const number = exit.signal ?? 0;
  return { kind: 'signal', signal: signalNames.get(number) ?? `signal ${number}`, number };
}

/** What was seen comes before what was said. */
function diskOutcome({ step, exit, lacked }: EndedStep): RunOutcome | undefined {
  const { exitCode, fullFolder, signal } = exit;
  const file: RunOutcome = { kind: 'disk_limit', limitBytes: step.limits.fileBytes, exitCode };
  if (signal === SIGXFSZ || (exit.fileFull && !exit.diskFull)) return file;
  if (exit.diskFull) {
    if (fullFolder === undefined) return file;
    const { path: folder, bytes: limitBytes, files: limitFiles } = fullFolder;
    return { kind: 'disk_limit', limitBytes, folder, limitFiles, exitCode };
  }
  if (lacked === 'file') return file;
  return lacked && { kind: 'disk_limit', limitBytes: writableBytes[lacked], folder: lacked, exitCode };
}
