import { isUtf8 } from 'node:buffer';
import type { TestReport } from '#protocol/judge.ts';
import { describeOutcome } from '#protocol/outcome-words.ts';
import type { FinishedEvent } from '#protocol/run-event.ts';
import { CleanRoom } from './clean-room.ts';
import { type CleanStart, type Performed, type Performing, performClean } from './clean-start.ts';
import type { PlannedTest, RunPlan } from './plan.ts';
import { checkerFiles } from './plan-tests.ts';
import type { Run } from './run.ts';

/** What is found of an output, and why. */
export type Decision = Pick<TestReport, 'verdict' | 'difference' | 'message'>;

const longestMessage = 200;

interface Seated {
  readonly plan: RunPlan;
  readonly room: CleanRoom;
  /** Why it decides nothing: it did not compile. */
  readonly fault?: Decision;
}

/**
 * Where the checkers of one run work, in a sandbox of their own: each is compiled once for the tests in a row that it
 * decides, and starts clean for each of them. Whatever a checker does is never the program's fault.
 */
export class CheckerDesk implements Disposable {
  private readonly run: Run;
  private seated: Seated | undefined;

  constructor(
    private readonly performing: Performing,
    run: Run,
  ) {
    // A client steers its program; what decides about it is out of its reach.
    this.run = { ...run, control: { ...run.control, steering: undefined } };
  }

  async decide(test: PlannedTest, plan: RunPlan, actual: Uint8Array): Promise<Decision> {
    if (this.seated?.plan !== plan) this.seated = await this.seat(plan);
    const { room, fault } = this.seated;
    const step = plan.steps.find(({ phase }) => phase === 'run');
    if (fault !== undefined || step === undefined) return fault ?? { verdict: 'checker_fault' };
    const files = [
      { path: checkerFiles.input, content: Buffer.from(test.stdin) },
      { path: checkerFiles.expected, content: Buffer.from(test.expected) },
      { path: checkerFiles.actual, content: actual },
    ];
    return decisionOf(await this.perform({ room, step, files, stdin: '', isUnseen: true }));
  }

  [Symbol.dispose](): void {
    this.seated?.room[Symbol.dispose]();
    this.seated = undefined;
  }

  private async seat(plan: RunPlan): Promise<Seated> {
    this[Symbol.dispose]();
    const { performing, run } = this;
    const room = new CleanRoom(plan, {
      take: () => performing.take(run, plan.spec),
      remove: (sandbox) => performing.remove(sandbox, run),
    });
    const compile = plan.steps.find(({ phase }) => phase === 'compile');
    if (compile === undefined) return { plan, room };
    this.seated = { plan, room };
    const { finished } = await this.perform({ room, step: compile, stdin: '', isUnseen: true });
    if (finished.outcome.kind !== 'ok') return { plan, room, fault: faultOf(finished) };
    const isKept = await room.keepCompiled();
    return isKept ? { plan, room } : { plan, room, fault: fault('What it compiles to is too large.') };
  }

  /** Nobody hears of a checker's events. */
  private async perform(start: CleanStart): Promise<Performed> {
    const events = performClean(this.performing, this.run, start);
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
    }
  }
}

function decisionOf({ finished, stdout, hasPrintedErrors }: Performed): Decision {
  const { outcome } = finished;
  const isVerdict = outcome.kind === 'ok' || (outcome.kind === 'exit_nonzero' && outcome.exitCode === 1);
  if (!isVerdict) return faultOf(finished);
  // Whoever prints that does not know what it is doing, and its verdict is worth nothing.
  if (!isText(stdout)) return fault('What it printed is not text.');
  if (outcome.kind === 'ok') return { verdict: 'passed' };
  // So ends an uncaught exception in Python, Node, Java and Ruby, and that is no verdict.
  if (hasPrintedErrors) return fault('It wrote to stderr and ended with exit code 1, as a crash does.');
  const message = firstLine(stdout);
  return { verdict: 'wrong_answer', ...(message === '' ? {} : { message }) };
}

/** A run that was stopped while its checker worked is nobody's fault. */
function faultOf({ outcome, phase }: FinishedEvent): Decision {
  const { kind } = outcome;
  if (kind === 'stopped' || kind === 'client_gone' || kind === 'interrupted') return { verdict: kind };
  return fault(describeOutcome(outcome, phase).replace(/^Failed\. /, ''));
}

function fault(why: string): Decision {
  return { verdict: 'checker_fault', message: `The checker failed. ${why}` };
}

function isText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

function firstLine(stdout: Uint8Array): string {
  const text = new TextDecoder().decode(stdout.subarray(0, 8 * longestMessage), { stream: true });
  const [line = ''] = text.split('\n');
  return Array.from(line.replaceAll(/\p{Cc}/gu, ''))
    .slice(0, longestMessage)
    .join('');
}
