import {
  type Collected,
  type CollectRequest,
  type NextStep,
  type Rest,
  type Sandbox,
  SandboxBroken,
  type SandboxFile,
  type SandboxSpec,
  type SandboxStep,
} from './sandbox.ts';
import { type Script, ScriptedStep } from './scripted-step.ts';

const mostLeftOut = 100;

/** The sandbox of a `ScriptedBackend`: remembers what was asked of it. */
export class ScriptedSandbox implements Sandbox {
  readonly gone: Promise<void>;
  isUp = true;
  readonly files = new Map<string, SandboxFile>();
  readonly steps: ScriptedStep[] = [];
  memoryBytes: number;
  processes: number;
  /** How often it was made as new. */
  resets = 0;
  /** How often its limits were changed: each time is a call to an engine. */
  changes = 0;
  /** Whether it was left only the CPU that no other wants. */
  yields = false;
  /** Whether what it booted ahead waits. */
  isBooted: boolean;
  /** Runs within each reset: await in it to hold the reset, throw in it to find dirt. */
  duringReset: () => Promise<void> | void = () => undefined;
  /** How long it says that it must rest after a reset. */
  restMs = 0;
  private broken: SandboxBroken | null = null;
  private leave: () => void = () => undefined;

  constructor(
    readonly id: string,
    readonly spec: SandboxSpec,
    private readonly script: Script,
  ) {
    this.memoryBytes = spec.memoryBytes;
    this.processes = spec.processes;
    this.isBooted = spec.boot !== undefined;
    this.gone = new Promise((resolve) => {
      this.leave = resolve;
    });
  }

  /** Lets the sandbox die, as if its container was killed from outside. */
  break(reason = new SandboxBroken('The sandbox died.')): void {
    if (this.broken) return;
    this.broken = reason;
    this.steps.at(-1)?.fail(reason);
    this.leave();
  }

  async writeFiles(files: readonly SandboxFile[]): Promise<void> {
    this.throwIfBroken();
    for (const file of files) this.files.set(file.path, file);
  }

  start(step: SandboxStep): ScriptedStep {
    this.throwIfBroken();
    this.throwUnlessIdle();
    const { files, memoryBytes } = this;
    const isBooted = this.isBooted && fitsBoot(step, this.spec);
    this.isBooted = false;
    const running = new ScriptedStep(step, this.script, { files, memoryBytes, isBooted });
    this.steps.push(running);
    return running;
  }

  async collect({ folder, maxBytes, maxFiles }: CollectRequest): Promise<Collected> {
    this.throwUnlessIdle();
    this.isBooted = false;
    const files: SandboxFile[] = [];
    const leftOut: string[] = [];
    let bytes = 0;
    for (const [path, file] of [...this.files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      if (folder !== '.' && !path.startsWith(`${folder}/`)) continue;
      const fits = files.length < maxFiles && bytes + file.content.length <= maxBytes;
      if (!fits && leftOut.length < mostLeftOut) leftOut.push(path);
      if (!fits) continue;
      bytes += file.content.length;
      files.push(file);
    }
    return { files, leftOut };
  }

  async reset(next?: NextStep): Promise<Rest> {
    this.throwUnlessIdle();
    await this.duringReset();
    this.files.clear();
    this.resets += 1;
    this.isBooted = this.spec.boot !== undefined && (next?.booted ?? true);
    return { restMs: this.restMs };
  }

  async endBooted(): Promise<void> {
    this.throwUnlessIdle();
    this.isBooted = false;
  }

  async setMemory(bytes: number): Promise<void> {
    this.throwIfBroken();
    this.memoryBytes = bytes;
    this.changes += 1;
  }

  async setProcesses(count: number): Promise<void> {
    this.throwIfBroken();
    this.processes = count;
    this.changes += 1;
  }

  async yieldCpu(yields: boolean): Promise<void> {
    this.yields = yields;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.break(new SandboxBroken('The sandbox was removed.'));
    await this.gone;
  }

  private throwUnlessIdle(): void {
    this.throwIfBroken();
    if (this.steps.at(-1)?.isOver === false) throw new Error('One step at a time: the last one is not over.');
  }

  private throwIfBroken(): void {
    if (this.broken) throw this.broken;
  }
}

function fitsBoot(step: SandboxStep, { boot }: SandboxSpec): boolean {
  if (!boot || !step.booted || step.terminal) return false;
  const limits = ['processes', 'openFiles', 'fileBytes'] as const;
  return (
    limits.every((name) => step[name] === boot[name]) && boot.argv.every((word, at) => step.argv[at] === word)
  );
}
