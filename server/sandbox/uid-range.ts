/** A user id that belongs to one sandbox; disposing it, once or twice, gives it back. */
export interface HeldUid extends Disposable {
  readonly uid: number;
}

/**
 * The user ids that sandboxes run as. The agent's last 32 are left to what runs beside a server, such as the agent's tests.
 * Each is held by one sandbox at most, and a given-back one waits longest for its next use.
 */
export class UidRange {
  private readonly held = new Set<number>();
  private next: number;

  constructor(
    private readonly first = 20_000,
    private readonly count = 480,
  ) {
    // Servers that share a kernel should not all begin with the same user: some limits are counted per user.
    this.next = Math.floor(Math.random() * count);
  }

  /** Throws when every id is held. */
  take(): HeldUid {
    if (this.held.size === this.count) throw new Error(`All ${this.count} user ids of sandboxes are held.`);
    const uid = this.nextFree();
    this.held.add(uid);
    return { uid, [Symbol.dispose]: once(() => this.held.delete(uid)) };
  }

  private nextFree(): number {
    let uid: number;
    do {
      uid = this.first + this.next;
      this.next = (this.next + 1) % this.count;
    } while (this.held.has(uid));
    return uid;
  }
}

function once(give: () => void): () => void {
  let given = false;
  return () => {
    if (!given) give();
    given = true;
  };
}
