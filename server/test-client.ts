import { io, type Socket } from 'socket.io-client';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { Accepted, NumberedEvent, StartAnswer } from '#protocol/socket.ts';

/** A page without a browser: starts one run, sees it over any number of connections, and keeps all that it was shown. For tests. */
export class TestClient {
  readonly seen: NumberedEvent[] = [];
  /** Cleared, nothing is acknowledged. */
  acknowledges = true;
  private socket: Socket;
  private run = { runId: '', token: '' };
  private readonly waiting = new Set<() => void>();

  constructor(private readonly url: string) {
    this.socket = this.connection();
  }

  get text(): string {
    return this.seen.map(({ event }) => (event.type === 'output' ? event.data : '')).join('');
  }

  /** What names its run, and opens it. */
  get named(): { readonly runId: string; readonly token: string } {
    return this.run;
  }

  async start(request: object): Promise<void> {
    const answer: StartAnswer = await this.socket.emitWithAck('run:start', request);
    if (!answer.ok) throw new Error(answer.problem.message);
    this.run = { runId: answer.runId, token: answer.token };
  }

  say(name: string, message: object = {}): Promise<Accepted> {
    return this.socket.emitWithAck(name, { runId: this.run.runId, ...message });
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  /** On a new connection, and at a new address when the server has moved. */
  resume(url = this.url): Promise<Accepted> {
    this.socket = this.connection(url);
    return this.socket.emitWithAck('run:resume', { ...this.run, after: this.seen.at(-1)?.seq ?? 0 });
  }

  async printed(part: string): Promise<void> {
    await this.until(() => this.text.includes(part));
  }

  async finished(): Promise<FinishedEvent> {
    let last: RunEvent | undefined;
    await this.until(() => {
      last = this.seen.at(-1)?.event;
      return last?.type === 'finished';
    });
    if (last?.type !== 'finished') throw new Error('no end');
    return last;
  }

  [Symbol.dispose](): void {
    this.socket.emit('run:leave', { runId: this.run.runId });
    this.socket.disconnect();
  }

  private connection(url = this.url): Socket {
    const socket = io(url, { forceNew: true, reconnection: false, transports: ['websocket'] });
    socket.on('run:event', (numbered: NumberedEvent) => {
      this.seen.push(numbered);
      if (this.acknowledges) socket.emit('run:ack', { runId: numbered.runId, seq: numbered.seq });
      for (const look of this.waiting) look();
    });
    return socket;
  }

  private until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }
}
