/** Why a run is ended from our side. Limits that the agent keeps (wall, CPU, memory) are not here: it writes those down. */
export type StopReason = 'stopped' | 'client_gone' | 'output_limit' | 'interrupted';

/** An AbortController that remembers why. Stopping twice keeps the first reason. */
export class Stop {
  private readonly controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Undefined until somebody stopped the run. */
  get reason(): StopReason | undefined {
    return this.signal.aborted ? (this.signal.reason as StopReason) : undefined;
  }

  because(reason: StopReason): void {
    this.controller.abort(reason);
  }

  /** Stops when the other does, and for its reason, until disposed: the part stops with the whole, not the other way. */
  follow(other: Stop): Disposable {
    const stop = () => this.controller.abort(other.signal.reason);
    if (other.signal.aborted) stop();
    other.signal.addEventListener('abort', stop, { once: true });
    return { [Symbol.dispose]: () => other.signal.removeEventListener('abort', stop) };
  }
}
