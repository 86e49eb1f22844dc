import { createHash } from 'node:crypto';
import type { FinishedEvent } from '#protocol/run-event.ts';
import type {
  Collected,
  CollectRequest,
  RunningStep,
  Sandbox,
  SandboxFile,
  SandboxStep,
  StepEvent,
  TerminalSize,
} from '../sandbox/sandbox.ts';
import { ByteCache } from './byte-cache.ts';
import type { PlannedStep, RunPlan } from './plan.ts';

/** Beside the files that were sent, a compiler may leave so many. */
const maxProducedFiles = 256;

/** What an entry weighs beside its contents, about. */
const entryBytes = 1024;

/** As much of a sandbox as a step needs. */
export type StepPlace = Pick<Sandbox, 'start' | 'collect'>;

/** What a compiler did: what it printed and how it ended, and the files that it left. */
interface Compiled {
  readonly events: readonly StepEvent[];
  readonly files: readonly SandboxFile[];
  readonly bytes: number;
}

/** What compilers made of what they were given, by all that they were given. `maxBytes` of 0 turns it off. */
export class CompileCache {
  private readonly compiled: ByteCache<Compiled>;

  constructor(maxBytes: number) {
    this.compiled = new ByteCache(maxBytes);
  }

  /** A step of a plan that compiles, in a sandbox that holds the plan's files; undefined for one that does not. */
  compilation(sandbox: Sandbox, plan: RunPlan, step: PlannedStep): Compilation | undefined {
    if (step.phase !== 'compile') return undefined;
    const key = keyOf(plan, step);
    return new Compilation(sandbox, plan.files, { key, compiled: this.compiled });
  }
}

/** A compile step in a sandbox: done there, or, when it was done before, told again. */
export class Compilation implements StepPlace {
  private readonly known: Compiled | undefined;
  private readonly heard: StepEvent[] = [];
  private heardBytes = 0;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly sent: readonly SandboxFile[],
    private readonly entry: { readonly key: string; readonly compiled: ByteCache<Compiled> },
  ) {
    this.known = entry.compiled.get(entry.key);
  }

  get isKnown(): boolean {
    return this.known !== undefined;
  }

  start(step: SandboxStep): RunningStep {
    if (this.known) return new ToldAgain(this.known.events);
    return new HeardStep(this.sandbox.start(step), (event) => this.hear(event));
  }

  collect(request: CollectRequest): Promise<Collected> {
    return this.sandbox.collect(request);
  }

  /**
   * To be called when the step is over and before anything else runs in the sandbox: puts what the compiler made into it, or
   * takes it from there to know it the next time.
   */
  async settle({ outcome, facts }: FinishedEvent): Promise<void> {
    const hasCompiled = outcome.kind === 'ok';
    if (this.known) {
      if (hasCompiled) await this.sandbox.writeFiles(this.known.files);
      return;
    }
    const isOwnDoing = (hasCompiled || outcome.kind === 'compile_error') && facts.length === 0;
    const room = this.entry.compiled.maxEntryBytes - this.heardBytes;
    if (!isOwnDoing || room <= 0) return;
    const files = hasCompiled ? await this.produced(room) : [];
    if (files) this.store(files);
  }

  private hear(event: StepEvent): void {
    if (event.type === 'usage') return;
    if (event.type === 'output') this.heardBytes += event.data.length;
    if (this.heardBytes <= this.entry.compiled.maxEntryBytes) this.heard.push(event);
  }

  /** All that is in the work folder and was not sent, or is no longer as it was sent; undefined when that is too much. */
  private async produced(maxBytes: number): Promise<SandboxFile[] | undefined> {
    const sent = new Map(this.sent.map((file) => [file.path, file]));
    const sentBytes = this.sent.reduce((sum, file) => sum + file.content.length, 0);
    const { files, leftOut } = await this.sandbox.collect({
      folder: '.',
      maxBytes: maxBytes + sentBytes,
      maxFiles: maxProducedFiles + sent.size,
    });
    return leftOut.length > 0 ? undefined : files.filter((file) => !isSame(file, sent.get(file.path)));
  }

  private store(produced: readonly SandboxFile[]): void {
    // Copies: what came over a stream can be a small part of a large buffer.
    const files = produced.map((file) => ({ ...file, content: new Uint8Array(file.content) }));
    const events = this.heard.map((event) =>
      event.type === 'output' ? { ...event, data: new Uint8Array(event.data) } : event,
    );
    const bytes = this.heardBytes + files.reduce((sum, file) => sum + file.content.length, entryBytes);
    this.entry.compiled.set(this.entry.key, { files, events, bytes });
  }
}

/** A step that was over before it began. */
class ToldAgain implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;

  constructor(events: readonly StepEvent[]) {
    this.events = eachOf(events);
  }

  async write(): Promise<void> {
    // Nobody reads.
  }

  end(): void {}
  kill(): void {}
  signal(): void {}
  resize(): void {}
}

/** A step whose events somebody hears before its reader does. */
class HeardStep implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;

  constructor(
    private readonly step: RunningStep,
    private readonly hear: (event: StepEvent) => void,
  ) {
    this.events = this.heard();
  }

  write(data: Uint8Array): Promise<void> {
    return this.step.write(data);
  }

  end(): void {
    this.step.end();
  }

  kill(): void {
    this.step.kill();
  }

  signal(number: number): void {
    this.step.signal(number);
  }

  resize(size: TerminalSize): void {
    this.step.resize(size);
  }

  private async *heard(): AsyncGenerator<StepEvent, void> {
    for await (const event of this.step.events) {
      this.hear(event);
      yield event;
    }
  }
}

async function* eachOf(events: readonly StepEvent[]): AsyncGenerator<StepEvent, void> {
  yield* events;
}

function isSame(file: SandboxFile, sent: SandboxFile | undefined): boolean {
  return (
    sent !== undefined &&
    Buffer.compare(file.content, sent.content) === 0 &&
    (file.executable ?? false) === (sent.executable ?? false)
  );
}

/** Each part says its length before its content, so that no two plans are written the same. */
function keyOf({ language, files }: RunPlan, { command, limits }: PlannedStep): string {
  const { argv, env } = command;
  const hash = createHash('sha256').update(JSON.stringify([language.image, argv, env, limits]));
  for (const { path, content, executable = false } of files) {
    hash.update(JSON.stringify([path, executable, content.length])).update(content);
  }
  return hash.digest('hex');
}
