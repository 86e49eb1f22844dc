import { io, type Socket } from 'socket.io-client';
import { RunEvent } from '#protocol/run-event.ts';
import type {
  Accepted,
  ClientToServer,
  NumberedEvent,
  ServerToClient,
  StartAnswer,
} from '#protocol/socket.ts';
import { ackWindowBytes } from '#protocol/socket.ts';

export type RunInput = Parameters<ClientToServer['run:start']>[0];

/** How the connection stands. `unreachable` after several tries in vain; trying goes on. */
export type LinkState =
  | { readonly status: 'connecting' }
  | { readonly status: 'connected' }
  | { readonly status: 'retrying'; readonly inSeconds: number }
  | { readonly status: 'unreachable' };

export interface RunListener {
  linkChanged(link: LinkState): void;
  /** The event is acknowledged to the server once this returns. */
  happened(numbered: NumberedEvent): void;
}

const triesBeforeUnreachable = 3;
const longestPauseSeconds = 10;
/** Acknowledged this often, the server's window never runs dry while events are being handled. */
const ackEveryCharacters = ackWindowBytes / 8;
const ackAfterMs = 50;

/** The browser's end of the execution server's socket. Reconnects by itself, with growing pauses. */
export class RunSocket {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private unacknowledged = 0;
  private ackTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    executionUrl: string,
    private readonly listener: RunListener,
  ) {
    this.socket = io(executionUrl, { reconnection: false, transports: ['websocket'], autoConnect: false });
    this.socket.on('connect', () => this.connected());
    this.socket.on('connect_error', () => this.failed());
    this.socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.failed();
    });
    this.socket.on('run:event', (numbered) => this.received(numbered));
    this.socket.connect();
  }

  start(request: RunInput): Promise<StartAnswer> {
    return this.socket.emitWithAck('run:start', request);
  }

  sendStdin(runId: string, data: string): Promise<Accepted> {
    return this.socket.emitWithAck('run:stdin', { runId, data });
  }

  endStdin(runId: string): void {
    this.socket.emit('run:eof', { runId });
  }

  stop(runId: string): void {
    this.socket.emit('run:stop', { runId });
  }

  close(): void {
    clearTimeout(this.retry);
    clearTimeout(this.ackTimer);
    this.socket.disconnect();
  }

  private connected(): void {
    this.failures = 0;
    this.listener.linkChanged({ status: 'connected' });
  }

  private failed(): void {
    this.failures++;
    const inSeconds = Math.min(longestPauseSeconds, 2 ** (this.failures - 1));
    const isUnreachable = this.failures >= triesBeforeUnreachable;
    this.listener.linkChanged(isUnreachable ? { status: 'unreachable' } : { status: 'retrying', inSeconds });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.socket.connect(), inSeconds * 1000);
  }

  private received(numbered: NumberedEvent): void {
    const event = RunEvent.parse(numbered.event);
    this.listener.happened({ ...numbered, event });
    this.unacknowledged += event.type === 'output' ? event.data.length : 0;
    clearTimeout(this.ackTimer);
    const acknowledge = () => {
      this.unacknowledged = 0;
      this.socket.emit('run:ack', { runId: numbered.runId, seq: numbered.seq });
    };
    if (this.unacknowledged >= ackEveryCharacters) acknowledge();
    else this.ackTimer = setTimeout(acknowledge, ackAfterMs);
  }
}
