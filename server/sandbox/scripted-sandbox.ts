import {
  type Sandbox,
  SandboxBroken,
  type SandboxFile,
  type SandboxSpec,
  type SandboxStep,
} from './sandbox.ts';
import { type Script, ScriptedStep } from './scripted-step.ts';

/** The sandbox of a `ScriptedBackend`: remembers what was asked of it. */
export class ScriptedSandbox implements Sandbox {
  readonly gone: Promise<void>;
  readonly files = new Map<string, SandboxFile>();
  readonly steps: ScriptedStep[] = [];
  memoryBytes: number;
  private broken: SandboxBroken | null = null;
  private leave: () => void = () => undefined;

  constructor(
    readonly id: string,
    readonly spec: SandboxSpec,
    private readonly script: Script,
  ) {
    this.memoryBytes = spec.memoryBytes;
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
    if (this.steps.at(-1)?.isOver === false) throw new Error('One step at a time: the last one is not over.');
    const running = new ScriptedStep(step, this.script, { files: this.files, memoryBytes: this.memoryBytes });
    this.steps.push(running);
    return running;
  }

  async setMemory(bytes: number): Promise<void> {
    this.throwIfBroken();
    this.memoryBytes = bytes;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.break(new SandboxBroken('The sandbox was removed.'));
    await this.gone;
  }

  private throwIfBroken(): void {
    if (this.broken) throw this.broken;
  }
}
