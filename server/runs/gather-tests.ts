import type { ExecuteAnswer, TestAnswer } from '#protocol/execute.ts';
import type { TestReport } from '#protocol/judge.ts';
import type { FinishedEvent, OutputStream, RunEvent } from '#protocol/run-event.ts';

/** Of each stream of each test: a hundred tests may print a hundred times as much as an answer should hold. */
const keptCharacters = 16 * 1024;

/** Gathers what a run tells of its tests. */
export class GatheredTests {
  private readonly answers: TestAnswer[] = [];
  private printed: Record<OutputStream, string> = { stdout: '', stderr: '' };

  /** True when the event was about a test, and nothing else. */
  add(event: RunEvent): boolean {
    if (event.type === 'test') this.close(event);
    else if (event.type === 'output' && event.test !== undefined) this.keep(event.stream, event.data);
    else return false;
    return true;
  }

  /** Nothing for a run without tests. */
  answer({ tests }: FinishedEvent): Pick<ExecuteAnswer, 'tests' | 'passed'> {
    return tests === undefined ? {} : { tests: this.answers, passed: tests.passed };
  }

  private keep(stream: OutputStream, data: string): void {
    const kept = this.printed[stream];
    this.printed[stream] = kept + data.slice(0, keptCharacters - kept.length);
  }

  private close({ index, name, hidden, verdict, facts, difference, message, ...report }: TestReport): void {
    const { outcome, wallMs, cpuMs, memoryBytes } = report;
    this.answers.push({
      index,
      name,
      hidden,
      verdict,
      ...(facts === undefined ? {} : { facts }),
      ...(message === undefined ? {} : { message }),
      ...(difference === undefined ? {} : { difference }),
      ...(outcome === undefined ? {} : { ...this.printed, exit_code: exitCodeOf(outcome) }),
      execution_time_ms: Math.round(wallMs),
      cpu_time_ms: Math.round(cpuMs),
      memory_bytes: memoryBytes,
    });
    this.printed = { stdout: '', stderr: '' };
  }
}

function exitCodeOf(outcome: NonNullable<TestReport['outcome']>): number | null {
  return 'exitCode' in outcome ? outcome.exitCode : null;
}
