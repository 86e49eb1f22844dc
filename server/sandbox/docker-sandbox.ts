import { setTimeout as pause } from 'node:timers/promises';
import type { Container } from 'dockerode';
import type { AgentLink } from './agent-link.ts';
import { within } from './docker-engine.ts';
import type { LedgerEntry } from './docker-ledger.ts';
import type { ContainerStream } from './docker-stream.ts';
import {
  type RunningStep,
  type Sandbox,
  SandboxBroken,
  type SandboxFile,
  type SandboxStep,
} from './sandbox.ts';

const updateMs = 5_000;
const updateTries = 5;
const updatePauseMs = 50;
const explainMs = 3_000;

/** A container whose agent is ready. */
export class DockerSandbox implements Sandbox {
  readonly id: string;
  readonly gone: Promise<void>;

  constructor(
    private readonly entry: LedgerEntry,
    private readonly link: AgentLink,
  ) {
    this.id = entry.identity.sandbox;
    this.gone = link.gone.then(() => undefined);
  }

  writeFiles(files: readonly SandboxFile[]): Promise<void> {
    return this.link.writeFiles(files);
  }

  start(step: SandboxStep): RunningStep {
    return this.link.start(step);
  }

  async setMemory(bytes: number): Promise<void> {
    try {
      await updateMemory(this.entry.container, bytes);
    } catch (cause) {
      const broken = new SandboxBroken('The memory limit could not be changed.', false, { cause });
      this.link.break(broken);
      throw broken;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.link.break(new SandboxBroken('The sandbox was removed.'));
    await this.entry.remove();
  }
}

/** A lower limit than what is in use is refused while the kernel reclaims, which it does quickly or not at all. */
async function updateMemory(container: Container, bytes: number): Promise<void> {
  for (let triesLeft = updateTries; ; triesLeft -= 1) {
    try {
      await within(updateMs, (abortSignal) =>
        container.update({ Memory: bytes, MemorySwap: bytes, abortSignal }),
      );
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
