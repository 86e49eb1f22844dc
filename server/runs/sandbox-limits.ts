import type { Sandbox, SandboxSpec } from '../sandbox/sandbox.ts';
import { ownProcesses, type PlannedStep } from './plan.ts';

/** What a sandbox may use now, changed only where a step differs: each change may be a call to the engine. */
export class SandboxLimits {
  private memoryBytes: number;
  private processes: number;
  private readonly ownProcesses: number;

  constructor(
    readonly sandbox: Sandbox,
    spec: SandboxSpec,
  ) {
    this.memoryBytes = spec.memoryBytes;
    this.processes = spec.processes;
    this.ownProcesses = ownProcesses(spec.boot);
  }

  async suit({ limits, command }: PlannedStep): Promise<void> {
    const processes = limits.processes + this.ownProcesses;
    // What waits in vain may hold more than the step may have.
    if (limits.memoryBytes < this.memoryBytes && !command.booted) await this.sandbox.endBooted();
    if (limits.memoryBytes !== this.memoryBytes) await this.sandbox.setMemory(limits.memoryBytes);
    if (processes !== this.processes) await this.sandbox.setProcesses(processes);
    this.memoryBytes = limits.memoryBytes;
    this.processes = processes;
  }
}
