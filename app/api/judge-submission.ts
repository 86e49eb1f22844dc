import type { TestCase, TestReport } from '#protocol/judge.ts';
import { describeEnd, describeOutcome } from '#protocol/outcome-words.ts';
import type { Diagnostic, FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { SubmissionEnd, SubmissionEvent, SubmittedTest } from '#protocol/submission.ts';
import { plainVerdictWords } from '#protocol/verdict-words.ts';

/** Of each stream of each test, and of the compiler: enough to see what went wrong. */
const keptCharacters = 8 * 1024;
const keptDiagnostics = 100;

type Judged = Pick<TestCase, 'hidden'>;

/**
 * What who tries a drill is told of its run. Which tests are hidden is read from the drill itself, and of those nothing
 * passes but what is named here, whatever the events hold.
 */
export async function* tellSubmission(
  events: AsyncIterable<RunEvent>,
  tests: readonly Judged[],
): AsyncGenerator<SubmissionEvent> {
  const teller = new Teller(tests);
  for await (const event of events) {
    const told = teller.take(event);
    if (told !== undefined) yield told;
  }
}

class Teller {
  private compileOutput = '';
  private isCompiling = false;
  private readonly diagnostics: Diagnostic[] = [];
  private printed = nothingPrinted();

  constructor(private readonly tests: readonly Judged[]) {}

  take(event: RunEvent): SubmissionEvent | undefined {
    switch (event.type) {
      case 'queued':
        return { type: 'queued', position: event.position };
      case 'phase':
        this.isCompiling = event.phase === 'compile';
        return undefined;
      case 'output':
        this.keep(event);
        return undefined;
      case 'diagnostic':
        this.note(event);
        return undefined;
      case 'test':
        return { type: 'test', ...this.close(event) };
      case 'finished':
        return { type: 'finished', ...this.endOf(event) };
      default:
        return undefined;
    }
  }

  private isHidden(index: number): boolean {
    return this.tests[index - 1]?.hidden !== false;
  }

  private keep({ test, stream, data }: Extract<RunEvent, { type: 'output' }>): void {
    if (test === undefined) {
      if (this.isCompiling) this.compileOutput = cut(this.compileOutput + data);
    } else if (!this.isHidden(test)) {
      const all = this.printed[stream] + data;
      this.printed[stream] = cut(all);
      this.printed.isCut ||= all.length > keptCharacters;
    }
  }

  private note({ type: _, ...diagnostic }: Extract<RunEvent, { type: 'diagnostic' }>): void {
    // What a runtime says while it runs a test is in that test's stderr.
    if (diagnostic.phase !== 'compile' || diagnostic.test !== undefined) return;
    if (this.diagnostics.length < keptDiagnostics) this.diagnostics.push(diagnostic);
  }

  private close(report: TestReport): SubmittedTest {
    const { index, name, verdict, wallMs, difference } = report;
    const { stdout, stderr, isCut } = this.printed;
    this.printed = nothingPrinted();
    const told = { index, name, verdict, execution_time_ms: Math.round(wallMs) };
    if (this.isHidden(index)) return { ...told, hidden: true };
    const message = messageOf(report);
    return {
      ...told,
      hidden: false,
      ...(message === undefined ? {} : { message }),
      ...(difference === undefined ? {} : { difference }),
      ...{ stdout, stderr, truncated: isCut },
    };
  }

  private endOf(finished: FinishedEvent): SubmissionEnd {
    const { outcome } = finished;
    const passed = finished.tests?.passed ?? 0;
    return {
      success: outcome.kind === 'ok' && passed === this.tests.length,
      passed,
      total: this.tests.length,
      outcome: outcome.kind,
      message: endWords(finished),
      compile_output: this.compileOutput,
      diagnostics: this.diagnostics,
    };
  }
}

function messageOf({ message, outcome, verdict }: TestReport): string | undefined {
  if (message !== undefined) return message;
  if (outcome === undefined || outcome.kind === 'ok' || verdict === 'passed') return undefined;
  return describeOutcome(outcome);
}

/** What ended the tests themselves can carry the figures of a hidden one. */
function endWords(finished: FinishedEvent): string {
  const { outcome, phase } = finished;
  const isSafe = phase === 'compile' || ['ok', 'tests_failed', 'platform_fault'].includes(outcome.kind);
  return isSafe ? describeEnd(finished) : plainVerdictWords(outcome.kind);
}

function nothingPrinted() {
  return { stdout: '', stderr: '', isCut: false };
}

/** No character is cut in two. */
function cut(text: string): string {
  return text.length <= keptCharacters ? text : text.slice(0, keptCharacters).replace(/[\uD800-\uDBFF]$/, '');
}
