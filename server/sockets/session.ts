import type { Socket } from 'socket.io';
import { z } from 'zod';
import { invalidFields, type Problem } from '#protocol/problem.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import {
  type Accepted,
  AckMessage,
  ackWindowBytes,
  type ClientToServer,
  RunMessage,
  type ServerToClient,
  type StartAnswer,
  StdinMessage,
} from '#protocol/socket.ts';
import { RunRefused } from '../runs/refused.ts';
import type { AcceptedRun } from '../runs/run.ts';
import type { Runner } from '../runs/runner.ts';
import { type Stdin, stdinOf } from '../runs/stdin.ts';
import { Stop } from '../runs/stop.ts';
import { AckWindow } from './ack-window.ts';

export type ClientSocket = Socket<ClientToServer, ServerToClient>;

/** A client that acknowledges nothing for so long is taken for gone. */
const stalledMs = 30_000;

/** Runs that one connection may have under way at once. */
const maxRunsPerSession = 8;

interface LiveRun {
  readonly stdin: Stdin;
  readonly stop: Stop;
  readonly window: AckWindow;
}

/** One connection: its runs, and what its client may say to them. When it ends, they are stopped. */
export class Session {
  private readonly runs = new Map<string, LiveRun>();

  constructor(
    private readonly socket: ClientSocket,
    private readonly runner: Runner,
    private readonly failed: (error: unknown) => void,
  ) {}

  listen(): void {
    const { socket } = this;
    socket.on('run:start', (request: unknown, answer: unknown) =>
      this.reply(answer, () => this.start(request)),
    );
    socket.on('run:stdin', (message: unknown, answer: unknown) =>
      this.reply(answer, () => this.type(message)),
    );
    socket.on('run:eof', (message: unknown, answer: unknown) =>
      this.reply(answer, () => this.endStdin(message)),
    );
    socket.on('run:stop', (message: unknown, answer: unknown) =>
      this.reply(answer, () => this.stop(message)),
    );
    socket.on('run:ack', (message: unknown) => this.acknowledge(message));
    socket.on('disconnect', () => this.leave());
  }

  private start(message: unknown): StartAnswer {
    if (this.runs.size >= maxRunsPerSession) throw tooManyRuns();
    const request = RunRequest.parse(message);
    const live = {
      stdin: stdinOf(request.stdin, request.interactive),
      stop: new Stop(),
      window: new AckWindow(ackWindowBytes),
    };
    // What a stopped run still prints is little: its client need not have taken the rest to see the end.
    live.stop.signal.addEventListener('abort', () => live.window.open());
    const run = this.runner.start(request, { ...live, client: this.socket.handshake.address });
    this.runs.set(run.runId, live);
    this.forward(run, live).catch(this.failed);
    return { ok: true, runId: run.runId };
  }

  /** Events go out as they come, as long as the client keeps up. */
  private async forward(run: AcceptedRun, live: LiveRun): Promise<void> {
    let seq = 0;
    try {
      for await (const event of run.events) {
        seq += 1;
        this.socket.emit('run:event', { runId: run.runId, seq, event });
        live.window.sent(seq, sizeOf(event));
        const keepsUp = await live.window.room(stalledMs);
        if (!keepsUp) this.socket.disconnect(true);
      }
    } finally {
      this.runs.delete(run.runId);
    }
  }

  private type(message: unknown): Accepted {
    const { runId, data } = StdinMessage.parse(message);
    if (!this.live(runId).stdin.write(Buffer.from(data, 'utf8'))) throw stdinRefused();
    return { ok: true };
  }

  private endStdin(message: unknown): Accepted {
    if (!this.live(RunMessage.parse(message).runId).stdin.end()) throw stdinRefused();
    return { ok: true };
  }

  private stop(message: unknown): Accepted {
    this.live(RunMessage.parse(message).runId).stop.because('stopped');
    return { ok: true };
  }

  private acknowledge(message: unknown): void {
    const ack = AckMessage.safeParse(message);
    if (ack.success) this.runs.get(ack.data.runId)?.window.acknowledged(ack.data.seq);
  }

  private leave(): void {
    for (const { stop } of this.runs.values()) stop.because('client_gone');
  }

  private live(runId: string): LiveRun {
    const live = this.runs.get(runId);
    if (live === undefined)
      throw new RunRefused({ code: 'not_found', message: 'There is no such run under way.' });
    return live;
  }

  /** Answers through the client's callback, if it sent one. A client's nonsense never reaches further than here. */
  private reply(answer: unknown, act: () => StartAnswer | Accepted): void {
    const say = typeof answer === 'function' ? (reply: unknown) => void answer(reply) : () => {};
    try {
      say(act());
    } catch (error) {
      say({ ok: false, problem: this.problemOf(error) });
    }
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof RunRefused) return error.problem;
    if (error instanceof z.ZodError) return invalidFields(error);
    this.failed(error);
    return { code: 'platform_fault', message: 'The server failed. This is not your request’s doing.' };
  }
}

/** What an event weighs on its way: its text, and a little for being one. */
function sizeOf(event: RunEvent): number {
  return 64 + (event.type === 'output' ? event.data.length : 0);
}

function tooManyRuns(): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `At most ${maxRunsPerSession} runs at once from one page. Stop one of them first.`,
    retryAfter: 1,
  });
}

function stdinRefused(): RunRefused {
  return new RunRefused({
    code: 'conflict',
    message: 'stdin has ended, or more is waiting than the program reads.',
  });
}
