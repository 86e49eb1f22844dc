import { setTimeout as pause } from 'node:timers/promises';
import type { Container, HostConfig } from 'dockerode';
import type { AgentLink } from './agent-link.ts';
import { within } from './docker-engine.ts';
import type { LedgerEntry } from './docker-ledger.ts';
import { cpuShares } from './docker-options.ts';
import type { ContainerStream } from './docker-stream.ts';
import { type ChangingLimits, HostCgroup } from './host-cgroup.ts';
import {
  type BootCommand,
  type Collected,
  type CollectRequest,
  type NextStep,
  outFolder,
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
  private cgroup: Promise<HostCgroup | undefined> | undefined;
  /** False when surely nothing waits that was booted. */
  private mayWait = false;

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
    this.mayWait = false;
    return this.link.start(step);
  }

  collect(request: CollectRequest): Promise<Collected> {
    this.mayWait = false;
    return this.link.collect(request);
  }

  async reset(next?: NextStep): Promise<Rest> {
    this.mayWait = false;
    const rest = await this.link.reset();
    if (next?.booted ?? true) this.bootAhead();
    return rest;
  }

  /** A collection ends it: that promises that nothing is alive. */
  async endBooted(): Promise<void> {
    if (this.mayWait) await this.collect({ folder: outFolder, maxBytes: 0, maxFiles: 0 });
  }

  setMemory(bytes: number): Promise<void> {
    return this.change({ memoryBytes: bytes });
  }

  setProcesses(count: number): Promise<void> {
    return this.change({ processes: count });
  }

  async yieldCpu(yields: boolean): Promise<void> {
    // One that is gone needs no share any more.
    await this.apply({ yieldsCpu: yields }).catch(() => undefined);
  }

  private bootAhead(): void {
    if (!this.ahead) return;
    this.mayWait = true;
    this.link.boot(this.ahead);
  }

  private async change(limits: ChangingLimits): Promise<void> {
    try {
      await this.apply(limits);
    } catch (cause) {
      // What the program's files hold counts as memory: they do not fit into what the program may have.
      const isOutOfMemory = limits.memoryBytes !== undefined && isBusy(cause);
      const broken = new SandboxBroken('The limits could not be changed.', isOutOfMemory, { cause });
      this.link.break(broken);
      throw broken;
    }
  }

  private async apply(limits: ChangingLimits): Promise<void> {
    const { container } = this.entry;
    this.cgroup ??= findCgroup(container);
    const cgroup = await this.cgroup;
    await untilFree(() => cgroup?.set(limits) ?? update(container, limits));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.link.break(new SandboxBroken('The sandbox was removed.'));
    // After what its run still has to say in this turn: nobody waits for the removal.
    await new Promise(setImmediate);
    await this.entry.remove();
  }
}

/** Where the kernel is not to be written to. Never for one limit only: the engine sets again all that it knows with each. */
async function update(container: Container, limits: ChangingLimits): Promise<void> {
  const { memoryBytes, processes, yieldsCpu } = limits;
  const options: HostConfig = {
    ...(memoryBytes === undefined ? {} : { Memory: memoryBytes, MemorySwap: memoryBytes }),
    ...(processes === undefined ? {} : { PidsLimit: processes }),
    ...(yieldsCpu === undefined ? {} : { CpuShares: yieldsCpu ? cpuShares.least : cpuShares.full }),
  };
  await within(updateMs, 'change limits', (abortSignal) => container.update({ ...options, abortSignal }));
}

async function findCgroup(container: Container): Promise<HostCgroup | undefined> {
  try {
    const { Id, State } = await within(updateMs, 'find a container', (abortSignal) =>
      container.inspect({ abortSignal }),
    );
    return await HostCgroup.find({ id: Id, pid: State.Pid });
  } catch {
    return undefined;
  }
}

/** A lower limit than what is in use is refused while the kernel reclaims, which it does quickly or not at all. */
async function untilFree(change: () => Promise<void>): Promise<void> {
  for (let triesLeft = updateTries; ; triesLeft -= 1) {
    try {
      await change();
      return;
    } catch (error) {
      if (triesLeft === 1 || !isBusy(error)) throw error;
      await pause(updatePauseMs);
    }
  }
}

/** In the words of the engine, or in the kernel's. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && /device or resource busy|EBUSY/i.test(error.message);
}

/** Why a container's stdio ended: the engine is asked once the container itself has ended. */
export async function explainEnd(container: Container, stream: ContainerStream): Promise<SandboxBroken> {
  const state = await within(explainMs, 'say how a container ended', async (abortSignal) => {
    await container.wait({ condition: 'not-running', abortSignal });
    return (await container.inspect({ abortSignal })).State;
  });
  const said = stream.stderrText.trim();
  const message = `The sandbox ended with ${state.ExitCode}${said && `: ${said}`}.`;
  return new SandboxBroken(message, state.OOMKilled);
}
