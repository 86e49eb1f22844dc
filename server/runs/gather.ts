import type { ExecuteAnswer } from '#protocol/execute.ts';
import { describeOutcome } from '#protocol/outcome-words.ts';
import type { FinishedEvent, OutputStream, Phase, RunEvent } from '#protocol/run-event.ts';

type Printed = Record<OutputStream, string[]>;

/** Reads a run to its end and answers with all of it at once. */
export async function gather(events: AsyncIterable<RunEvent>): Promise<ExecuteAnswer> {
  const gathered = new Gathered();
  for await (const event of events) gathered.add(event);
  return gathered.answer();
}

class Gathered {
  private readonly printed: Record<Phase, Printed> = {
    compile: { stdout: [], stderr: [] },
    run: { stdout: [], stderr: [] },
  };
  private phase: Phase = 'run';
  private compileStartedAt: number | undefined;
  private compileMs: number | undefined;
  private language = { language: '', version: '' };
  private finished: FinishedEvent | undefined;

  add(event: RunEvent): void {
    if (event.type === 'output') this.printed[this.phase][event.stream].push(event.data);
    else if (event.type === 'phase') this.enter(event.phase);
    else if (event.type === 'started') this.language = { language: event.language, version: event.version };
    else if (event.type === 'finished') this.finished = event;
  }

  answer(): ExecuteAnswer {
    const { finished } = this;
    if (finished === undefined) throw new Error('a run ended without finished');
    const { outcome } = finished;
    const compile = this.compileAnswer(finished);
    // A caller that knows only stdout and stderr must still see why its program did not compile.
    const shown = compile?.success === false ? compile : joined(this.printed.run);
    return {
      success: outcome.kind === 'ok',
      stdout: shown.stdout,
      stderr: shown.stderr,
      exit_code: 'exitCode' in outcome ? outcome.exitCode : null,
      execution_time_ms: Math.round(finished.wallMs),
      outcome: outcome.kind,
      message: describeOutcome(outcome, finished.phase),
      signal: outcome.kind === 'signal' ? outcome.signal : null,
      cpu_time_ms: Math.round(finished.cpuMs),
      memory_bytes: finished.memoryBytes,
      truncated: outcome.kind === 'output_limit',
      compile,
      facts: finished.facts,
      ...this.language,
    };
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    if (phase === 'compile') this.compileStartedAt = performance.now();
    else if (this.compileStartedAt !== undefined) {
      this.compileMs = Math.round(performance.now() - this.compileStartedAt);
    }
  }

  /** Null when nothing was compiled. */
  private compileAnswer(finished: FinishedEvent): ExecuteAnswer['compile'] {
    if (this.compileStartedAt === undefined) return null;
    const success = finished.phase === 'run';
    return {
      success,
      ...joined(this.printed.compile),
      execution_time_ms: this.compileMs ?? Math.round(finished.wallMs),
    };
  }
}

function joined(printed: Printed): { stdout: string; stderr: string } {
  return { stdout: printed.stdout.join(''), stderr: printed.stderr.join('') };
}
