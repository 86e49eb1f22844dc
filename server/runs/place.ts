/**
 * Where somebody stands: in line; or running with a turn, on trial without one, or set aside after a trial that was not
 * enough.
 */
export type Standing = 'waiting' | 'turn' | 'trial' | 'aside';

interface PlaceKeeper {
  readonly leave: (place: Place) => void;
  readonly begin: (place: Place) => void;
}

/** Somebody's place in line, and the right to run once it came. Disposing it leaves the line or gives the turn back, once. */
export class Place implements Disposable {
  private standsAs: Standing = 'waiting';
  private position = 0;
  private left = false;
  private wake: () => void = () => {};
  private readonly followers = new Set<(standing: Standing) => void>();

  constructor(private readonly keeper: PlaceKeeper) {}

  get standing(): Standing {
    return this.standsAs;
  }

  /** Whether its run may run, be it only for a trial. */
  get hasTurn(): boolean {
    return this.standsAs !== 'waiting';
  }

  /** Each position as it changes, counted from 1, until the turn came, the signal fired, or the queue was closed. */
  async *positions(signal: AbortSignal): AsyncGenerator<number, void> {
    let told = 0;
    const onAbort = () => this.wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!this.hasTurn && !this.left && !signal.aborted) {
        if (this.position !== told) {
          told = this.position;
          yield told;
        } else {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** To be called when a step of its run starts: a trial is timed from there, and not from when a sandbox was asked for. */
  begin(): void {
    this.keeper.begin(this);
  }

  /** Tells each change of the standing, until disposed. */
  follow(follower: (standing: Standing) => void): Disposable {
    this.followers.add(follower);
    return { [Symbol.dispose]: () => this.followers.delete(follower) };
  }

  standAs(standing: Standing): void {
    this.standsAs = standing;
    this.wake();
    for (const follower of this.followers) follower(standing);
  }

  moveTo(position: number): void {
    this.position = position;
    this.wake();
  }

  sendAway(): void {
    this.left = true;
    this.wake();
  }

  [Symbol.dispose](): void {
    if (this.left) return;
    this.left = true;
    this.keeper.leave(this);
  }
}
