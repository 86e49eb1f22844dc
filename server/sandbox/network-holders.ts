import type { Sandbox, SandboxStep } from './sandbox.ts';

/** All that the kernel tells of a network namespace: its sockets, those too that linger, its routes, and whatever it counted. */
const namespaceFiles = [
  ...['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'udplite6', 'raw', 'raw6', 'icmp', 'icmp6', 'unix', 'packet'],
  ...['dev', 'dev_snmp6/lo', 'snmp', 'snmp6', 'netstat', 'sockstat6', 'ip6_flowlabel'],
  ...['route', 'ipv6_route', 'fib_trie', 'if_inet6', 'arp', 'igmp', 'igmp6', 'mcfilter', 'mcfilter6'],
].map((name) => `/proc/net/${name}`);
const look: SandboxStep = {
  argv: ['cat', ...namespaceFiles],
  env: { PATH: '/usr/bin:/bin' },
  ...{ wallMs: 5_000, cpuMs: 5_000, processes: 0, openFiles: 16, fileBytes: 0 },
};
/** After a holder that could not be made, or was not as new any more, none is made for so long. */
const restMs = 5_000;

/** The empty network of a holder, for one sandbox. */
export interface HeldNetwork {
  /** The holder's id. */
  readonly holder: string;
  /** To be called when the sandbox is gone with all its processes. */
  giveBack(): void;
}

export interface NetworkHoldersParts {
  /** A sandbox with a network namespace of its own, in which nothing is ever run but a look at that namespace. */
  readonly make: (image: string) => Promise<Sandbox>;
  readonly most: number;
}

/**
 * Most of what a container costs is its network namespace, even an empty one. A holder is an idle sandbox that lends its own
 * to another one, and to the next when that is gone and the namespace reads as when it was new, to the last counter.
 */
export class NetworkHolders {
  private readonly alive = new Set<Sandbox>();
  /** Each with what its namespace read when it was new. */
  private readonly idle = new Map<Sandbox, string>();
  private isGrowing = false;
  private restUntil = 0;

  constructor(private readonly parts: NetworkHoldersParts) {}

  get idleCount(): number {
    return this.idle.size;
  }

  /** Undefined when no holder is idle. */
  take(): HeldNetwork | undefined {
    const [first] = this.idle;
    if (first === undefined) return undefined;
    const [holder, asNew] = first;
    this.idle.delete(holder);
    return { holder: holder.id, giveBack: () => void this.shelve(holder, asNew) };
  }

  /** To be called when a sandbox with a namespace of its own is gone: the next one like it shall find a holder. */
  async grow(image: string): Promise<void> {
    const isEnough = this.idle.size > 0 || this.alive.size >= this.parts.most;
    if (isEnough || this.isGrowing || performance.now() < this.restUntil) return;
    this.isGrowing = true;
    try {
      const holder = await this.parts.make(image);
      this.alive.add(holder);
      void holder.gone.then(() => this.end(holder));
      await this.shelve(holder);
    } catch {
      this.rest();
    } finally {
      this.isGrowing = false;
    }
  }

  private async shelve(holder: Sandbox, asNew?: string): Promise<void> {
    try {
      const now = await readNamespace(holder);
      if (!this.alive.has(holder) || now !== (asNew ?? now)) throw new Error('not as new');
      this.idle.set(holder, now);
    } catch {
      this.rest();
      await this.end(holder);
    }
  }

  private async end(holder: Sandbox): Promise<void> {
    this.idle.delete(holder);
    this.alive.delete(holder);
    await holder[Symbol.asyncDispose]();
  }

  private rest(): void {
    this.restUntil = performance.now() + restMs;
  }
}

async function readNamespace(holder: Sandbox): Promise<string> {
  const looking = holder.start(look);
  looking.end();
  const pieces: Uint8Array[] = [];
  for await (const event of looking.events) if (event.type === 'output') pieces.push(event.data);
  const text = Buffer.concat(pieces).toString();
  if (!text.includes('lo:')) throw new Error('The network namespace cannot be read.');
  return text;
}
