import {
  type Collected,
  type CollectRequest,
  type NextStep,
  type Rest,
  type RunningStep,
  type Sandbox,
  SandboxBroken,
  type SandboxFile,
  type SandboxStep,
  type StepEvent,
} from './sandbox.ts';

/** How a sandbox came back from one run. */
export interface Returned {
  /** Every step ended by itself and was seen to, nothing failed, nothing is under way. */
  readonly isSound: boolean;
  readonly hasChangedMemory: boolean;
  readonly hasChangedProcesses: boolean;
}

/**
 * A sandbox as one run has it. Disposing gives it back to whom it belongs, once; from then on it is gone for the run, which
 * can do nothing with it any more.
 */
export class Lease implements Sandbox {
  readonly id: string;
  readonly gone: Promise<void>;
  private isSound = true;
  private underWay = 0;
  private hasChangedMemory = false;
  private hasChangedProcesses = false;
  private settled: Promise<void> | undefined;
  private leave: () => void = () => undefined;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly giveBack: (returned: Returned) => Promise<void>,
  ) {
    this.id = sandbox.id;
    this.gone = new Promise((resolve) => {
      this.leave = resolve;
    });
    void sandbox.gone.then(this.leave);
  }

  get isUp(): boolean {
    return this.sandbox.isUp;
  }

  writeFiles(files: readonly SandboxFile[]): Promise<void> {
    return this.watch((sandbox) => sandbox.writeFiles(files));
  }

  start(step: SandboxStep): RunningStep {
    const running = this.mine().start(step);
    if (step.isSecret) this.isSound = false;
    this.underWay += 1;
    return {
      events: this.toExit(running.events),
      write: (data) => running.write(data),
      end: () => running.end(),
      kill: () => running.kill(),
      signal: (number) => running.signal(number),
      resize: (size) => running.resize(size),
    };
  }

  collect(request: CollectRequest): Promise<Collected> {
    return this.watch((sandbox) => sandbox.collect(request));
  }

  reset(next?: NextStep): Promise<Rest> {
    return this.watch((sandbox) => sandbox.reset(next));
  }

  endBooted(): Promise<void> {
    return this.watch((sandbox) => sandbox.endBooted());
  }

  setMemory(bytes: number): Promise<void> {
    this.hasChangedMemory = true;
    return this.watch((sandbox) => sandbox.setMemory(bytes));
  }

  setProcesses(count: number): Promise<void> {
    this.hasChangedProcesses = true;
    return this.watch((sandbox) => sandbox.setProcesses(count));
  }

  /** One that ever gave way serves no more: nobody would notice if it went on to. What comes too late means nobody. */
  async yieldCpu(yields: boolean): Promise<void> {
    if (this.settled !== undefined) return;
    if (yields) this.isSound = false;
    await this.watch((sandbox) => sandbox.yieldCpu(yields));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.settled ??= this.end();
    await this.settled;
  }

  private end(): Promise<void> {
    const { hasChangedMemory, hasChangedProcesses } = this;
    this.leave();
    return this.giveBack({
      isSound: this.isSound && this.underWay === 0,
      hasChangedMemory,
      hasChangedProcesses,
    });
  }

  private mine(): Sandbox {
    if (this.settled !== undefined) throw new SandboxBroken('The sandbox was given back.');
    return this.sandbox;
  }

  private async watch<Result>(act: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
    const sandbox = this.mine();
    this.underWay += 1;
    try {
      return await act(sandbox);
    } catch (error) {
      this.isSound = false;
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }

  /** Whoever stops reading before the exit leaves the step under way for good. */
  private async *toExit(events: AsyncIterable<StepEvent>): AsyncGenerator<StepEvent> {
    for await (const event of events) {
      if (event.type === 'exit') {
        this.underWay -= 1;
        if (event.exit.killedBy !== null) this.isSound = false;
      }
      yield event;
    }
  }
}
