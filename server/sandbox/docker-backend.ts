import type Dockerode from 'dockerode';
import { AgentLink } from './agent-link.ts';
import { type EngineFacts, learnEngine, within } from './docker-engine.ts';
import { ContainerLedger, type LedgerEntry } from './docker-ledger.ts';
import { type ContainerPlan, containerOptions, type NetworkPlan } from './docker-options.ts';
import { DockerSandbox, explainEnd } from './docker-sandbox.ts';
import { attachContainer } from './docker-stream.ts';
import { NetworkHolders } from './network-holders.ts';
import {
  type EngineState,
  type Sandbox,
  type SandboxBackend,
  SandboxBroken,
  type SandboxSpec,
} from './sandbox.ts';

const createMs = 30_000;
const attachMs = 10_000;
const startMs = 60_000;
const readyMs = 10_000;
const defaultHolders = 8;
/** An agent, and a program that reads a few files. */
const holderSize = { memoryBytes: 16 * 1024 * 1024, processes: 8 };

export interface DockerBackendParts {
  readonly engine: Dockerode;
  /** The server of which data folder this is: `readInstanceId`. */
  readonly instance: string;
  readonly runtime?: string | undefined;
  /** Told of containers that could not be removed; the reaper tries them again. */
  readonly onFault: (error: unknown) => void;
  /** Told how many containers the reaper found that nobody answered for. */
  readonly onLeaks?: (count: number) => void;
  readonly reapMs?: number;
  /** The most holders of networks; 0 gives every sandbox a network namespace of its own. */
  readonly holders?: number;
}

interface Birth {
  readonly network?: NetworkPlan;
  readonly whenGone?: () => void;
}

/** Makes each sandbox a container of its own. */
export class DockerBackend implements SandboxBackend {
  private readonly ledger: ContainerLedger;
  private readonly holders: NetworkHolders;
  private readonly births = new Set<Promise<Sandbox>>();
  private readonly reaper: NodeJS.Timeout;
  /** As they were when the engine last answered. */
  private facts: EngineFacts | null = null;
  private isClosed = false;

  constructor(private readonly parts: DockerBackendParts) {
    this.ledger = new ContainerLedger(parts);
    this.holders = new NetworkHolders({
      make: (image) => this.watched(this.bear({ image, ...holderSize }, { network: { kind: 'held' } })),
      most: parts.holders ?? defaultHolders,
    });
    this.reaper = setInterval(() => void this.reap().catch(parts.onFault), parts.reapMs ?? 30_000).unref();
  }

  async make(spec: SandboxSpec): Promise<Sandbox> {
    try {
      return await this.watched(this.bearInNetwork(spec));
    } catch (cause) {
      if (cause instanceof SandboxBroken) throw cause;
      throw new SandboxBroken('The sandbox could not be made.', false, { cause });
    }
  }

  /** How many holders wait for a sandbox. */
  get idleHolders(): number {
    return this.holders.idleCount;
  }

  sweep(): Promise<number> {
    return this.ledger.sweep();
  }

  async check(): Promise<EngineState> {
    const facts = await learnEngine(this.parts.engine);
    if (facts.state.reachable) this.facts = facts;
    return facts.state;
  }

  /** Removes containers of this server that nobody holds; answers how many that were. */
  async reap(): Promise<number> {
    const leaks = await this.ledger.reap();
    if (leaks > 0) this.parts.onLeaks?.(leaks);
    return leaks;
  }

  /** Removes every sandbox, in use or not; from now on none is made. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.reaper);
    await this.ledger.removeEntries();
    await Promise.allSettled(this.births);
    await this.reap().catch(this.parts.onFault);
  }

  /** What `close` waits for. */
  private async watched(birth: Promise<Sandbox>): Promise<Sandbox> {
    this.births.add(birth);
    try {
      return await birth;
    } finally {
      this.births.delete(birth);
    }
  }

  /** In a holder's network where one is idle, which costs half; in one of its own else, and when the holder is dead. */
  private async bearInNetwork(spec: SandboxSpec): Promise<Sandbox> {
    const held = this.holders.take();
    if (held) {
      try {
        const network = { kind: 'joined', holder: held.holder } as const;
        return await this.bear(spec, { network, whenGone: held.giveBack });
      } catch (error) {
        if (this.isClosed) throw error;
      }
    }
    let isBorn = false;
    const whenGone = () => isBorn && void this.growHolders(spec);
    const sandbox = await this.bear(spec, { whenGone });
    isBorn = true;
    return sandbox;
  }

  /** Another runtime may know no namespaces that can be joined, and Podman has its own rules for them. */
  private async growHolders({ image }: SandboxSpec): Promise<void> {
    if (!this.isClosed && !this.facts?.isPodman && !this.parts.runtime) await this.holders.grow(image);
  }

  private async bear(spec: SandboxSpec, { network, whenGone }: Birth = {}): Promise<Sandbox> {
    const facts = this.facts ?? (await learnEngine(this.parts.engine));
    if (!facts.state.reachable) throw new SandboxBroken('The engine does not answer.');
    this.facts = facts;
    this.throwIfClosed();
    const entry = this.ledger.enter(whenGone);
    try {
      const { isPodman, state } = facts;
      const link = await this.launch(entry, { spec, isPodman, cgroup: state.cgroup, network });
      this.throwIfClosed();
      return new DockerSandbox(entry, link, spec.boot);
    } catch (error) {
      await entry.remove();
      throw error;
    }
  }

  private async launch(
    entry: LedgerEntry,
    plan: Pick<ContainerPlan, 'spec' | 'isPodman' | 'cgroup' | 'network'>,
  ): Promise<AgentLink> {
    const { engine, runtime } = this.parts;
    const { container, identity, uid } = entry;
    const options = containerOptions({ ...plan, identity, uid, runtime });
    await within(createMs, 'create a container', (abortSignal) =>
      engine.createContainer({ ...options, abortSignal }),
    );
    const stream = await within(attachMs, 'attach to a container', (signal) =>
      attachContainer(engine, container.id, signal),
    );
    const link = new AgentLink(stream, { explainEnd: () => explainEnd(container, stream) });
    try {
      await within(startMs, 'start a container', (abortSignal) => container.start({ abortSignal }));
      await link.ready(readyMs);
    } catch (error) {
      stream.destroy();
      throw error;
    }
    return link;
  }

  private throwIfClosed(): void {
    if (this.isClosed) throw new SandboxBroken('The backend is closed.');
  }
}
