import type { ExecuteAnswer } from '#protocol/execute.ts';
import { describeEnd } from '#protocol/outcome-words.ts';
import type { Artifact, Diagnostic, FinishedEvent, Phase, RunEvent } from '#protocol/run-event.ts';
import { type Encoding, joined, nothingPrinted, type Printed } from './gather-output.ts';
import { GatheredTests } from './gather-tests.ts';
import { detailsOf } from './outcome-details.ts';

type Told<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** Reads a run to its end and answers with all of it at once. */
export async function gather(
  events: AsyncIterable<RunEvent>,
  encoding: Encoding = 'utf8',
): Promise<ExecuteAnswer> {
  const gathered = new Gathered(encoding);
  for await (const event of events) gathered.add(event);
  return gathered.answer();
}

class Gathered {
  private readonly printed: Record<Phase, Printed> = {
    compile: nothingPrinted(),
    run: nothingPrinted(),
  };
  private readonly diagnostics: Diagnostic[] = [];
  private phase: Phase = 'run';
  private compileStartedAt: number | undefined;
  private compileMs: number | undefined;
  private compileCached = false;
  private language: Pick<ExecuteAnswer, 'language' | 'version' | 'image_digest'> = {
    language: '',
    version: '',
  };
  private readonly tests: GatheredTests;
  private cached = false;
  private finished: FinishedEvent | undefined;
  private readonly artifacts: ExecuteAnswer['artifacts'] = [];
  private readonly artifactsLeftOut: string[] = [];

  constructor(private readonly encoding: Encoding) {
    this.tests = new GatheredTests(encoding);
  }

  add(event: RunEvent): void {
    if (this.tests.add(event)) return;
    if (event.type === 'output') this.printed[this.phase][event.stream].push(event.data);
    else if (event.type === 'phase') this.enter(event);
    else if (event.type === 'started') this.begin(event);
    else if (event.type === 'diagnostic') this.diagnostics.push(withoutType(event));
    else if (event.type === 'artifact') this.artifacts.push(artifactAnswer(event));
    else if (event.type === 'artifacts_left_out') this.artifactsLeftOut.push(...event.paths);
    else if (event.type === 'finished') this.finished = event;
  }

  answer(): ExecuteAnswer {
    const { finished } = this;
    if (finished === undefined) throw new Error('a run ended without finished');
    const { outcome } = finished;
    const compile = this.compileAnswer(finished);
    // A caller that knows only stdout and stderr must still see why its program did not compile.
    const shown = compile?.success === false ? compile : joined(this.printed.run, this.encoding);
    return {
      success: outcome.kind === 'ok',
      stdout: shown.stdout,
      stderr: shown.stderr,
      exit_code: 'exitCode' in outcome ? outcome.exitCode : null,
      execution_time_ms: Math.round(finished.wallMs),
      outcome: outcome.kind,
      outcome_details: detailsOf(outcome),
      message: describeEnd(finished),
      signal: outcome.kind === 'signal' ? outcome.signal : null,
      cpu_time_ms: Math.round(finished.cpuMs),
      memory_bytes: finished.memoryBytes,
      truncated: outcome.kind === 'output_limit',
      compile,
      diagnostics: this.diagnostics,
      facts: finished.facts,
      artifacts: this.artifacts,
      artifacts_left_out: this.artifactsLeftOut,
      cached: this.cached,
      ...this.language,
      ...this.tests.answer(finished),
    };
  }

  private begin({ language, version, digest, cached }: Told<'started'>): void {
    this.language = { language, version, ...(digest === undefined ? {} : { image_digest: digest }) };
    this.cached = cached === true;
  }

  private enter({ phase, cached }: Told<'phase'>): void {
    this.phase = phase;
    if (phase === 'compile') {
      this.compileStartedAt = performance.now();
      this.compileCached = cached === true;
    } else if (this.compileStartedAt !== undefined) {
      this.compileMs = Math.round(performance.now() - this.compileStartedAt);
    }
  }

  /** Null when nothing was compiled. */
  private compileAnswer(finished: FinishedEvent): ExecuteAnswer['compile'] {
    if (this.compileStartedAt === undefined) return null;
    const success = finished.phase === 'run';
    return {
      success,
      ...joined(this.printed.compile, this.encoding),
      execution_time_ms: this.compileMs ?? Math.round(finished.wallMs),
      cached: this.compileCached,
    };
  }
}

function artifactAnswer({
  path,
  mediaType,
  bytes,
  data,
  test,
}: Artifact): ExecuteAnswer['artifacts'][number] {
  return { path, media_type: mediaType, bytes, data, ...(test === undefined ? {} : { test }) };
}

function withoutType({ type, ...diagnostic }: Told<'diagnostic'>): Diagnostic {
  return diagnostic;
}
