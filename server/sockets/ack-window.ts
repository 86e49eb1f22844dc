/**
 * Bounds what a client may have been sent and not yet acknowledged. While it is full the run is not read, so the
 * program's pipe fills and the program waits: a stalled client costs no memory.
 */
export class AckWindow {
  private readonly onTheWay: { readonly seq: number; readonly bytes: number }[] = [];
  private bytes = 0;
  private opened = false;
  private wake: () => void = () => {};

  constructor(private readonly limitBytes: number) {}

  sent(seq: number, bytes: number): void {
    this.onTheWay.push({ seq, bytes });
    this.bytes += bytes;
  }

  /** Everything up to and with `seq` arrived. A number that was never sent acknowledges what there is. */
  acknowledged(seq: number): void {
    while (this.onTheWay[0] !== undefined && this.onTheWay[0].seq <= seq) {
      this.bytes -= this.onTheWay.shift()?.bytes ?? 0;
    }
    this.wake();
  }

  /** From now on there is always room: little more will be sent. */
  open(): void {
    this.opened = true;
    this.wake();
  }

  /** Resolves to true when there is room, or to false when there was none for `patienceMs`. */
  async room(patienceMs: number): Promise<boolean> {
    if (this.hasRoom) return true;
    const deadline = AbortSignal.timeout(patienceMs);
    while (!this.hasRoom && !deadline.aborted) await this.change(deadline);
    return this.hasRoom;
  }

  private get hasRoom(): boolean {
    return this.opened || this.bytes < this.limitBytes;
  }

  private change(deadline: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      deadline.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
