import type {
  Collected,
  CollectRequest,
  EngineState,
  NextStep,
  Rest,
  RunningStep,
  Sandbox,
  SandboxBackend,
  SandboxFile,
  SandboxSpec,
  SandboxStep,
} from '../sandbox/sandbox.ts';
import type { Metrics } from './metrics.ts';

/** A backend whose makes and removals are measured. */
export class MeasuredBackend implements SandboxBackend {
  constructor(
    private readonly backend: SandboxBackend,
    private readonly metrics: Metrics,
  ) {}

  async make(spec: SandboxSpec): Promise<Sandbox> {
    const took = this.metrics.sandboxCreate.startTimer();
    try {
      const sandbox = await this.backend.make(spec);
      took();
      return new MeasuredSandbox(sandbox, this.metrics);
    } catch (error) {
      this.metrics.sandboxCreateFailures.inc();
      throw error;
    }
  }

  sweep(): Promise<number> {
    return this.backend.sweep();
  }

  check(): Promise<EngineState> {
    return this.backend.check();
  }
}

class MeasuredSandbox implements Sandbox {
  readonly id: string;
  readonly gone: Promise<void>;
  private removal: Promise<void> | undefined;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly metrics: Metrics,
  ) {
    this.id = sandbox.id;
    this.gone = sandbox.gone;
  }

  get isUp(): boolean {
    return this.sandbox.isUp;
  }

  writeFiles(files: readonly SandboxFile[]): Promise<void> {
    return this.sandbox.writeFiles(files);
  }

  start(step: SandboxStep): RunningStep {
    return this.sandbox.start(step);
  }

  collect(request: CollectRequest): Promise<Collected> {
    return this.sandbox.collect(request);
  }

  reset(next?: NextStep): Promise<Rest> {
    return this.sandbox.reset(next);
  }

  endBooted(): Promise<void> {
    return this.sandbox.endBooted();
  }

  setMemory(bytes: number): Promise<void> {
    return this.sandbox.setMemory(bytes);
  }

  yieldCpu(yields: boolean): Promise<void> {
    return this.sandbox.yieldCpu(yields);
  }

  setProcesses(count: number): Promise<void> {
    return this.sandbox.setProcesses(count);
  }

  /** Safe twice, as the sandbox's own is; measured once. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.removal ??= this.remove();
    await this.removal;
  }

  private async remove(): Promise<void> {
    const took = this.metrics.sandboxRemove.startTimer();
    await this.sandbox[Symbol.asyncDispose]();
    took();
  }
}
