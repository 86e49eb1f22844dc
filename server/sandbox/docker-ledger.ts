import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { within } from './docker-engine.ts';
import { labelFilter, labels } from './docker-labels.ts';
import { type ContainerIdentity, containerName } from './docker-options.ts';
import { removeContainer } from './docker-removal.ts';
import { UidRange } from './uid-range.ts';

/** Nobody's answer waits for it, and an engine that builds images can be slow for long. */
const listMs = 30_000;

/** A container that somebody answers for, from before it is created until it is gone. */
export interface LedgerEntry {
  readonly identity: ContainerIdentity;
  readonly container: Dockerode.Container;
  readonly uid: number;
  /** Never rejects: a removal that fails is told, and tried again by `reap`. Safe twice. */
  remove(): Promise<void>;
}

export interface LedgerParts {
  readonly engine: Dockerode;
  readonly instance: string;
  readonly onFault: (error: unknown) => void;
}

/** Who answers for which container of ours, so that none is forgotten. */
export class ContainerLedger {
  /** A server that dies and its successor have the same instance, but not the same process. */
  private readonly process = randomBytes(6).toString('hex');
  private readonly uids = new UidRange();
  private readonly entries = new Map<string, LedgerEntry>();
  private readonly owed = new Set<string>();

  constructor(private readonly parts: LedgerParts) {}

  /** Throws when there is no user left for another sandbox. `whenGone` is called once, when its container is no more. */
  enter(whenGone: () => void = () => undefined): LedgerEntry {
    const { instance, engine } = this.parts;
    const sandbox = randomBytes(6).toString('hex');
    const held = this.uids.take();
    const container = engine.getContainer(containerName(sandbox));
    const leave = () => {
      if (!this.entries.delete(sandbox)) return;
      held[Symbol.dispose]();
      whenGone();
    };
    const identity = { sandbox, instance, process: this.process };
    const entry = { identity, container, uid: held.uid, remove: () => this.remove(entry, leave) };
    this.entries.set(sandbox, entry);
    return entry;
  }

  /** Removes what a dead server of the same instance left; answers how many containers that were. */
  async sweep(): Promise<number> {
    const ours = await this.list({ instance: this.parts.instance });
    return this.removeAll(ours.filter((info) => info.Labels[labels.process] !== this.process));
  }

  /** Removes again what could not be removed, and whatever of ours nobody answers for; answers how many that were. */
  async reap(): Promise<number> {
    const owed = [...this.owed].flatMap((sandbox) => this.entries.get(sandbox) ?? []);
    this.owed.clear();
    await Promise.all(owed.map((entry) => entry.remove()));
    const ours = await this.list({ instance: this.parts.instance, process: this.process });
    return this.removeAll(ours.filter((info) => !this.entries.has(info.Labels[labels.sandbox] ?? '')));
  }

  async removeEntries(): Promise<void> {
    await Promise.all([...this.entries.values()].map((entry) => entry.remove()));
  }

  private async remove(entry: LedgerEntry, leave: () => void): Promise<void> {
    try {
      await removeContainer(entry.container);
      leave();
    } catch (error) {
      this.owed.add(entry.identity.sandbox);
      this.parts.onFault(error);
    }
  }

  private list(owner: { readonly instance: string; readonly process?: string }) {
    const filters = { label: labelFilter(owner) };
    return within(listMs, 'list its containers', (abortSignal) =>
      this.parts.engine.listContainers({ all: true, filters, abortSignal }),
    );
  }

  private async removeAll(leftovers: readonly Dockerode.ContainerInfo[]): Promise<number> {
    const removed = await Promise.all(leftovers.map((info) => this.removeLeftover(info.Id)));
    return removed.filter((wasThere) => wasThere).length;
  }

  private async removeLeftover(id: string): Promise<boolean> {
    try {
      return await removeContainer(this.parts.engine.getContainer(id));
    } catch (error) {
      this.parts.onFault(error);
      return false;
    }
  }
}
