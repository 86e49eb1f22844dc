import type { ExecuteAnswer, TestAnswer } from '#protocol/execute.ts';
import type { TestReport } from '#protocol/judge.ts';
import type { RunOutcome } from '#protocol/outcome.ts';
import { describeOutcome } from '#protocol/outcome-words.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { beginning, type Encoding, joined, nothingPrinted } from './gather-output.ts';
import { detailsOf } from './outcome-details.ts';

/** Of each stream of each test: a hundred tests may print a hundred times as much as an answer should hold. */
const keptCharacters = 16 * 1024;
/** Base64 takes four characters for three bytes. */
const heldCharacters = 2 * keptCharacters;

/** Gathers what a run tells of its tests. */
export class GatheredTests {
  private readonly answers: TestAnswer[] = [];
  private printed = nothingPrinted();
  private held = { stdout: 0, stderr: 0 };
  private leftOut: readonly string[] = [];

  constructor(private readonly encoding: Encoding) {}

  /** True when the event was about a test, and nothing else. */
  add(event: RunEvent): boolean {
    if (event.type === 'artifacts_left_out' && event.test !== undefined) this.leftOut = event.paths;
    if (event.type === 'test') this.close(event);
    else if (event.type === 'output' && event.test !== undefined) this.keep(event);
    else return false;
    return true;
  }

  /** Nothing for a run without tests. */
  answer({ tests }: FinishedEvent): Pick<ExecuteAnswer, 'tests' | 'passed'> {
    if (tests === undefined) return {};
    return { tests: this.answers.toSorted((one, other) => one.index - other.index), passed: tests.passed };
  }

  private keep({ stream, data }: Extract<RunEvent, { type: 'output' }>): void {
    if (this.held[stream] >= heldCharacters) return;
    this.held[stream] += data.length;
    this.printed[stream].push(data);
  }

  private close({ index, name, hidden, verdict, facts, difference, message, ...report }: TestReport): void {
    const { outcome, wallMs, cpuMs, memoryBytes } = report;
    this.answers.push({
      index,
      name,
      hidden,
      verdict,
      ...(facts === undefined ? {} : { facts }),
      ...(difference === undefined ? {} : { difference }),
      ...(outcome === undefined ? {} : { ...this.said(), ...endOf(outcome) }),
      ...(this.leftOut.length === 0 ? {} : { artifacts_left_out: [...this.leftOut] }),
      ...(message === undefined ? {} : { message }),
      execution_time_ms: Math.round(wallMs),
      cpu_time_ms: Math.round(cpuMs),
      memory_bytes: memoryBytes,
    });
    this.printed = nothingPrinted();
    this.held = { stdout: 0, stderr: 0 };
    this.leftOut = [];
  }

  private said(): Pick<TestAnswer, 'stdout' | 'stderr' | 'truncated'> {
    const said = beginning(this.printed, this.encoding, keptCharacters);
    const whole = joined(this.printed, this.encoding);
    return { ...said, truncated: said.stdout !== whole.stdout || said.stderr !== whole.stderr };
  }
}

/** How the program itself ended. Of one that ended well there is nothing to say but what was found of its answer. */
function endOf(outcome: RunOutcome): Pick<TestAnswer, 'exit_code' | 'message' | 'outcome_details'> {
  return {
    exit_code: 'exitCode' in outcome ? outcome.exitCode : null,
    ...(outcome.kind === 'ok' ? {} : { message: describeOutcome(outcome) }),
    outcome_details: detailsOf(outcome),
  };
}
