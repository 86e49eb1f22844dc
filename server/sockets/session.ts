import type { DefaultEventsMap, Socket } from 'socket.io';
import { z } from 'zod';
import { invalidFields, type Problem } from '#protocol/problem.ts';
import { RunRequest } from '#protocol/run-request.ts';
import {
  type Accepted,
  AckMessage,
  type ClientToServer,
  type NumberedEvent,
  ResizeMessage,
  ResumeMessage,
  RunMessage,
  type ServerToClient,
  SignalMessage,
  type StartAnswer,
  StdinMessage,
} from '#protocol/socket.ts';
import type { LiveRun } from '../runs/live-run.ts';
import type { LiveRuns } from '../runs/live-runs.ts';
import { noSuchRun } from '../runs/recorded-runs.ts';
import { RunRefused } from '../runs/refused.ts';
import { maxPendingStdinBytes } from '../runs/stdin.ts';
import type { Dismissal, Viewer, Watch } from '../runs/watch.ts';
import { Outlet } from './outlet.ts';
import { signalNumbers } from './signal-numbers.ts';

/** What the server knows of a connection: whose it is, by the doorkeeper's word. */
export interface SocketData {
  client: string;
}

export type ClientSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Runs that one connection may have under way at once. */
const maxRunsPerSession = 8;

interface WatchedRun {
  readonly live: LiveRun;
  readonly watch: Watch;
}

/** One connection: the runs it watches, and what its client may say to them. When it ends, they go on for a while. */
export class Session implements Viewer {
  private readonly watched = new Map<string, WatchedRun>();
  private readonly outlet: Outlet;

  constructor(
    private readonly socket: ClientSocket,
    private readonly runs: LiveRuns,
    private readonly failed: (error: unknown) => void,
  ) {
    this.outlet = new Outlet(socket, () => this.showMore());
  }

  get id(): string {
    return this.socket.id;
  }

  get isReady(): boolean {
    return this.outlet.isReady;
  }

  see(numbered: NumberedEvent): void {
    this.outlet.send(numbered);
  }

  /** Who did not keep up is disconnected: it comes back and is shown what it missed. */
  dismissed(runId: string, why: Dismissal): void {
    this.watched.delete(runId);
    if (why !== 'forgotten') this.socket.disconnect(true);
  }

  listen(): void {
    this.answer('run:start', (message) => this.start(message));
    this.answer('run:resume', (message) => this.resume(message));
    this.answer('run:stdin', (message) => this.type(message));
    this.answer('run:eof', (message) => this.endStdin(message));
    this.answer('run:signal', (message) => this.signal(message));
    this.answer('run:resize', (message) => this.resize(message));
    this.answer('run:stop', (message) => this.stop(message));
    // Listeners never hear of an event whose connection closed right behind it, as that of a page that goes away.
    this.socket.use(([name, message, answer], next) => {
      if (name !== 'run:leave') return next();
      this.reply(answer, () => this.leave(message));
    });
    this.socket.on('run:ack', (message: unknown) => this.acknowledge(message));
    this.socket.on('disconnect', () => this.lose());
  }

  private start(message: unknown): StartAnswer {
    this.refuseTooMany();
    const request = RunRequest.parse(message);
    const live = this.runs.start(request, this.socket.data.client);
    this.watch(live, 0);
    return { ok: true, runId: live.runId, token: live.token };
  }

  private resume(message: unknown): Accepted {
    const { runId, token, after, insteadOf } = ResumeMessage.parse(message);
    const live = this.runs.find(runId, token);
    const before = this.watched.get(runId);
    if (before === undefined) this.refuseTooMany();
    if (insteadOf !== undefined) live.replace(insteadOf);
    this.watch(live, after);
    if (before !== undefined) live.lose(before.watch);
    return { ok: true };
  }

  private watch(live: LiveRun, after: number): void {
    this.watched.set(live.runId, { live, watch: live.watch(this, after) });
  }

  private type(message: unknown): Accepted {
    const { runId, data } = StdinMessage.parse(message);
    const { stdin } = this.underWay(runId).control;
    if (!stdin.write(Buffer.from(data, 'utf8'))) throw stdin.hasEnded ? stdinEnded() : stdinFull();
    return { ok: true };
  }

  private endStdin(message: unknown): Accepted {
    if (!this.underWay(RunMessage.parse(message).runId).control.stdin.end()) throw stdinEnded();
    return { ok: true };
  }

  private signal(message: unknown): Accepted {
    const { runId, signal } = SignalMessage.parse(message);
    if (!this.underWay(runId).control.steering.signal(signalNumbers[signal])) throw notRunning();
    return { ok: true };
  }

  private resize(message: unknown): Accepted {
    const { runId, rows, columns } = ResizeMessage.parse(message);
    const { steering, hasTerminal } = this.underWay(runId).control;
    if (!hasTerminal) throw withoutTerminal();
    steering.resize({ rows, columns });
    return { ok: true };
  }

  private stop(message: unknown): Accepted {
    this.underWay(RunMessage.parse(message).runId).control.stop.because('stopped');
    return { ok: true };
  }

  private leave(message: unknown): Accepted {
    const { runId } = RunMessage.parse(message);
    const watched = this.watched.get(runId);
    if (watched === undefined) throw noSuchRun();
    this.watched.delete(runId);
    watched.live.leave(watched.watch);
    return { ok: true };
  }

  private acknowledge(message: unknown): void {
    const ack = AckMessage.safeParse(message);
    const watched = ack.success ? this.watched.get(ack.data.runId) : undefined;
    if (ack.success) watched?.live.acknowledge(watched.watch, ack.data.seq);
  }

  private lose(): void {
    for (const { live, watch } of this.watched.values()) live.lose(watch);
    this.watched.clear();
  }

  private showMore(): void {
    for (const { watch } of this.watched.values()) watch.show();
  }

  private underWay(runId: string): LiveRun {
    const live = this.watched.get(runId)?.live;
    if (live === undefined) throw noSuchRun();
    if (live.isOver) throw isOver();
    return live;
  }

  private refuseTooMany(): void {
    const underWay = [...this.watched.values()].filter(({ live }) => !live.isOver);
    if (underWay.length >= maxRunsPerSession) throw tooManyRuns();
  }

  /** Answers through the client's callback, if it sent one. A client's nonsense never reaches further than here. */
  private answer(
    name: Exclude<keyof ClientToServer, 'run:ack' | 'run:leave'>,
    act: (message: unknown) => unknown,
  ): void {
    this.socket.on(name, (message: unknown, answer: unknown) => this.reply(answer, () => act(message)));
  }

  private reply(answer: unknown, act: () => unknown): void {
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

function tooManyRuns(): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `At most ${maxRunsPerSession} runs at once from one page. Stop one of them first.`,
    retryAfter: 1,
  });
}

function stdinEnded(): RunRefused {
  const message =
    'The stdin of this run has ended. Only an interactive run can be typed into, until its end is said.';
  return new RunRefused({ code: 'conflict', message });
}

function stdinFull(): RunRefused {
  const message = `More than ${maxPendingStdinBytes} bytes wait for the program to read them.`;
  return new RunRefused({ code: 'conflict', message });
}

function isOver(): RunRefused {
  return new RunRefused({ code: 'conflict', message: 'This run has ended.' });
}

function notRunning(): RunRefused {
  return new RunRefused({
    code: 'conflict',
    message: 'The program is not running: there is nothing to signal.',
  });
}

function withoutTerminal(): RunRefused {
  return new RunRefused({ code: 'conflict', message: 'This run has no terminal that could be resized.' });
}
