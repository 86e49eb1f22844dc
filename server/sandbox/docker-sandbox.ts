import { setTimeout as pause } from 'node:timers/promises';
import type { Container, HostConfig } from 'dockerode';
import type { AgentLink } from './agent-link.ts';
import { within } from './docker-engine.ts';
import type { LedgerEntry } from './docker-ledger.ts';
import { cpuShares } from './docker-options.ts';
import type { ContainerStream } from './docker-stream.ts';
import {
  type BootCommand,
  type Collected,
  type CollectRequest,
  type Rest,
  type RunningStep,
  type Sandbox,
  SandboxBroken,
  type SandboxFile,
  type SandboxStep,
} from './sandbox.ts';

const updateMs = 5_000;
const updateTries = 5;
const updatePauseMs = 50;
const explainMs = 10_000;

/** A container whose agent is ready. */
export class DockerSandbox implements Sandbox {
  readonly id: string;
  readonly gone: Promise<void>;

  constructor(
    private readonly entry: LedgerEntry,
    private readonly link: AgentLink,
    private readonly ahead: BootCommand | undefined,
  ) {
    this.bootAhead();
    this.id = entry.identity.sandbox;
    this.gone = link.gone.then(() => undefined);
  }

  get isUp(): boolean {
    return this.link.isUp;
  }

  writeFiles(files: readonly SandboxFile[]): Promise<void> {
    return this.link.writeFiles(files);
  }

  start(step: SandboxStep): RunningStep {
    return this.link.start(step);
  }

  collect(request: CollectRequest): Promise<Collected> {
    return this.link.collect(request);
  }

  async reset(): Promise<Rest> {
    const rest = await this.link.reset();
    this.bootAhead();
    return rest;
  }

  setMemory(bytes: number): Promise<void> {
    return this.change({ Memory: bytes, MemorySwap: bytes });
  }

  setProcesses(count: number): Promise<void> {
    return this.change({ PidsLimit: count });
  }

  async yieldCpu(yields: boolean): Promise<void> {
    // One that is gone needs no share any more.
    await update(this.entry.container, { CpuShares: yields ? cpuShares.least : cpuShares.full }).catch(
      () => undefined,
    );
  }

  private bootAhead(): void {
    if (this.ahead) this.link.boot(this.ahead);
  }

  private async change(limits: ContainerLimits): Promise<void> {
    try {
      await update(this.entry.container, limits);
    } catch (cause) {
      const broken = new SandboxBroken('The limits could not be changed.', false, { cause });
      this.link.break(broken);
      throw broken;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.link.break(new SandboxBroken('The sandbox was removed.'));
    // After what its run still has to say in this turn: nobody waits for the removal.
    await new Promise(setImmediate);
    await this.entry.remove();
  }
}

type ContainerLimits = Pick<HostConfig, 'Memory' | 'MemorySwap' | 'PidsLimit' | 'CpuShares'>;

/** A lower limit than what is in use is refused while the kernel reclaims, which it does quickly or not at all. */
async function update(container: Container, limits: ContainerLimits): Promise<void> {
  for (let triesLeft = updateTries; ; triesLeft -= 1) {
    try {
      await within(updateMs, (abortSignal) => container.update({ ...limits, abortSignal }));
      return;
    } catch (error) {
      if (triesLeft === 1 || !isBusy(error)) throw error;
      await pause(updatePauseMs);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /device or resource busy/i.test(error.message);
}

/** Why a container's stdio ended: the engine is asked once the container itself has ended. */
export async function explainEnd(container: Container, stream: ContainerStream): Promise<SandboxBroken> {
  const state = await within(explainMs, async (abortSignal) => {
    await container.wait({ condition: 'not-running', abortSignal });
    return (await container.inspect({ abortSignal })).State;
  });
  const said = stream.stderrText.trim();
  const message = `The sandbox ended with ${state.ExitCode}${said && `: ${said}`}.`;
  return new SandboxBroken(message, state.OOMKilled);
}
