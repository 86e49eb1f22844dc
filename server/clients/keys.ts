import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { stampOf } from '../durable-file.ts';
import { readKeyFile, type StoredKey } from './key-file.ts';

const prefix = 'bdk_';
const longestKey = 128;

export interface NewKey {
  /** To be told once: only its hash is kept. */
  readonly key: string;
  readonly sha256: string;
}

export function newKey(): NewKey {
  const key = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { key, sha256: sha256(key).toString('hex') };
}

/** The API keys as the file has them now: created and revoked while the server runs. */
export class ApiKeys {
  /** Says `change` whenever the keys did. */
  readonly changes = new EventEmitter();
  private keys: readonly StoredKey[] | undefined;
  private seen = '';

  /** Throws when the file is damaged. `onFault` is told when it becomes so later: then the keys of before stay. */
  constructor(
    private readonly path: string,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.seen = stampOf(path);
    this.keys = readKeyFile(path);
  }

  /** Whether one must have a key to be let in: from the first one created on, even when all were revoked since. */
  get areRequired(): boolean {
    this.refresh();
    return this.keys !== undefined;
  }

  /** Undefined when there is no such key, or no longer. */
  find(key: string): StoredKey | undefined {
    this.refresh();
    if (!key.startsWith(prefix) || key.length > longestKey) return undefined;
    const hash = sha256(key);
    return this.keys?.find((stored) => timingSafeEqual(Buffer.from(stored.sha256, 'hex'), hash));
  }

  /** The own limit of a client that came with a key; undefined when it has none. */
  runsPerMinuteOf(client: string): number | undefined {
    return this.keys?.find((stored) => keyClient(stored) === client)?.runsPerMinute;
  }

  /** Reads the file again when it is another one. */
  refresh(): void {
    const stamp = stampOf(this.path);
    if (stamp === this.seen) return;
    this.seen = stamp;
    try {
      // A file that vanished opens nothing: only a start without one does.
      this.keys = readKeyFile(this.path) ?? (this.keys && []);
    } catch (error) {
      this.onFault(error);
      return;
    }
    this.changes.emit('change');
  }
}

/** How a client is called that came with this key. */
export function keyClient({ name }: StoredKey): string {
  return `key:${name}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
