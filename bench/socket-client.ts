import { io, type Socket } from 'socket.io-client';
import type { RunEvent } from '#protocol/run-event.ts';
import type { NumberedEvent, StartAnswer } from '#protocol/socket.ts';

/** Nothing that is measured here takes so long. */
const patienceMs = 30_000;

/** One connection that has one run at a time, as a page does. */
export class SocketClient implements Disposable {
  private readonly socket: Socket;
  private runId = '';
  private hear: (event: RunEvent) => void = () => undefined;

  constructor(url: string) {
    this.socket = io(url, { transports: ['websocket'], forceNew: true });
    this.socket.on('run:event', ({ runId, seq, event }: NumberedEvent) => {
      this.socket.emit('run:ack', { runId, seq });
      this.hear(event);
    });
  }

  /** Starts a run; `hear` is told its events until the next one is started. Throws when it is refused. */
  async start(request: object, hear: (event: RunEvent) => void): Promise<void> {
    this.hear = hear;
    const answer: StartAnswer = await this.socket.timeout(patienceMs).emitWithAck('run:start', request);
    if (!answer.ok) throw new Error(`the run was refused: ${answer.problem.message}`);
    this.runId = answer.runId;
  }

  type(data: string): void {
    this.socket.emit('run:stdin', { runId: this.runId, data });
  }

  async stop(): Promise<void> {
    await this.socket.timeout(patienceMs).emitWithAck('run:stop', { runId: this.runId });
  }

  [Symbol.dispose](): void {
    this.socket.emit('run:leave', { runId: this.runId });
    this.socket.disconnect();
  }
}

/** Something awaited, that must come within reason. */
export class Awaited<Value> {
  readonly came: Promise<Value>;
  come: (value: Value) => void = () => undefined;

  constructor(what: string) {
    const waiting = new Promise<Value>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${what} did not come`)), patienceMs);
      this.come = (value) => {
        clearTimeout(late);
        resolve(value);
      };
    });
    // Who gives up before asks no more.
    waiting.catch(() => undefined);
    this.came = waiting;
  }
}
