import { io, type Socket } from 'socket.io-client';
import { formatBytes } from '#protocol/outcome-words.ts';
import type { Problem } from '#protocol/problem.ts';
import { maxSourceBytes } from '#protocol/program.ts';
import { RunEvent } from '#protocol/run-event.ts';
import type { TerminalSize } from '#protocol/run-request.ts';
import type {
  Accepted,
  ClientToServer,
  NumberedEvent,
  ServerToClient,
  StartAnswer,
} from '#protocol/socket.ts';
import { ackWindowBytes } from '#protocol/socket.ts';
import { utf8Bytes } from '#protocol/utf8-bytes.ts';
import { fetchTicket, wantsTicket } from './ticket.ts';

export type RunInput = Parameters<ClientToServer['run:start']>[0];

/** What opens a run from any connection. */
export interface StartedRun {
  readonly runId: string;
  readonly token: string;
}

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
  /** The server said something of a run that this page does not know: one of the two is newer. */
  misunderstood(runId: string, isEnd: boolean): void;
}

const triesBeforeUnreachable = 3;
const longestPauseSeconds = 10;
/** A server that has not greeted us by then, as behind a wall that swallows everything, is not tried any longer. */
const answersWithinMs = 6_000;
/** Acknowledged this often, the server's window never runs dry while events are being handled. */
const ackEveryCharacters = ackWindowBytes / 8;
const ackAfterMs = 50;

/** What the server would say of a program that is too large for its door. */
function tooLargeToRun({ code, files = [], stdin = '' }: RunInput): Problem | undefined {
  const filesBytes = files.reduce((sum, { content }) => sum + utf8Bytes(content), 0);
  const sizes = { code: utf8Bytes(code ?? ''), 'the other files': filesBytes, 'the input': utf8Bytes(stdin) };
  const [large] = Object.entries(sizes).filter(([, bytes]) => bytes > maxSourceBytes);
  if (!large) return undefined;
  const [what, bytes] = large;
  const words = `This is too large to run: ${what} has ${formatBytes(bytes)} of at most 1 MB.`;
  return { code: 'invalid_request', message: words };
}

/** The browser's end of the execution server's socket. Reconnects by itself, with growing pauses. */
export class RunSocket {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  /** Only where the execution server asks for one. */
  private ticket: string | undefined;
  private isClosed = false;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private unacknowledged = 0;
  private ackTimer: ReturnType<typeof setTimeout> | undefined;
  /** The latest event, which speaks for all before it. */
  private toAcknowledge: NumberedEvent | undefined;
  /** The id of the connection before this one: the server may still take it for alive. */
  private lostId: string | undefined;
  private id: string | undefined;

  constructor(
    executionUrl: string,
    private readonly listener: RunListener,
  ) {
    this.socket = io(executionUrl, {
      reconnection: false,
      timeout: answersWithinMs,
      transports: ['websocket'],
      autoConnect: false,
      auth: (give) => give({ token: this.ticket }),
    });
    this.socket.on('connect', () => this.connected());
    this.socket.on('connect_error', (error) => void this.refused(error));
    this.socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.failed();
    });
    this.socket.on('run:event', (numbered) => this.received(numbered));
    this.socket.connect();
  }

  async start(request: RunInput): Promise<StartAnswer> {
    // The server would hang up on a message of such a size, before it could say why.
    const problem = tooLargeToRun(request);
    if (problem) return { ok: false, problem };
    return await this.socket.emitWithAck('run:start', request);
  }

  /** Asks for every event after number `after` of a run that was started on a connection before this one. */
  resume(run: StartedRun, after: number): Promise<Accepted> {
    const insteadOf = this.lostId === undefined ? {} : { insteadOf: this.lostId };
    return this.socket.emitWithAck('run:resume', { ...run, after, ...insteadOf });
  }

  sendStdin(runId: string, data: string): Promise<Accepted> {
    return this.socket.emitWithAck('run:stdin', { runId, data });
  }

  endStdin(runId: string): void {
    this.socket.emit('run:eof', { runId });
  }

  resize(runId: string, size: TerminalSize): void {
    this.socket.emit('run:resize', { runId, ...size });
  }

  stop(runId: string): void {
    this.socket.emit('run:stop', { runId });
  }

  /** Nobody will come back to this run from here. */
  leave(runId: string): void {
    this.socket.emit('run:leave', { runId });
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
    this.stopAckTimer();
    this.socket.disconnect();
  }

  private connected(): void {
    this.failures = 0;
    this.lostId = this.id;
    this.id = this.socket.id;
    this.listener.linkChanged({ status: 'connected' });
  }

  private async refused(error: Error): Promise<void> {
    const hadTicket = this.ticket !== undefined;
    if (wantsTicket(error)) this.ticket = await fetchTicket().catch(() => undefined);
    if (this.isClosed) return;
    if (this.ticket !== undefined && !hadTicket) this.socket.connect();
    else this.failed();
  }

  private failed(): void {
    this.failures++;
    this.stopAckTimer();
    const inSeconds = Math.min(longestPauseSeconds, 2 ** (this.failures - 1));
    const isUnreachable = this.failures >= triesBeforeUnreachable;
    this.listener.linkChanged(isUnreachable ? { status: 'unreachable' } : { status: 'retrying', inSeconds });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.socket.connect(), inSeconds * 1000);
  }

  private received(numbered: NumberedEvent): void {
    const { success, data: event } = RunEvent.safeParse(numbered.event);
    if (success) this.listener.happened({ ...numbered, event });
    else this.listener.misunderstood(numbered.runId, numbered.event.type === 'finished');
    this.unacknowledged += event?.type === 'output' ? event.data.length : 0;
    this.toAcknowledge = numbered;
    if (this.unacknowledged >= ackEveryCharacters) this.acknowledge();
    else this.ackTimer ??= setTimeout(() => this.acknowledge(), ackAfterMs);
  }

  private acknowledge(): void {
    this.stopAckTimer();
    this.unacknowledged = 0;
    const { runId, seq } = this.toAcknowledge ?? {};
    if (runId !== undefined && seq !== undefined) this.socket.emit('run:ack', { runId, seq });
  }

  private stopAckTimer(): void {
    clearTimeout(this.ackTimer);
    this.ackTimer = undefined;
  }
}
