import type { NumberedEvent } from '#protocol/socket.ts';
import { OutputLog } from './output-log.ts';
import { advance, isUnderWay, type RunState } from './run-state.ts';
import type { LinkState, RunInput, RunListener, RunSocket } from './socket.ts';

export interface RunView {
  readonly state: RunState;
  readonly link: LinkState;
}

/** Opens the connection; a function, so that its code arrives after the page. */
export type OpenSocket = (listener: RunListener) => Promise<RunSocket>;

/** The run of one page: its state, its output and its connection. A new run takes the place of the one before. */
export class RunSession implements RunListener {
  readonly compileLog: OutputLog;
  readonly runLog: OutputLog;
  private view: RunView = { state: { status: 'idle' }, link: { status: 'connecting' } };
  private socket: RunSocket | null = null;
  private runId: string | null = null;
  private stopAsked = false;
  /** Events that overtook the answer to our start. */
  private early: NumberedEvent[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(nextFrame: (flush: () => void) => void) {
    this.compileLog = new OutputLog(nextFrame);
    this.runLog = new OutputLog(nextFrame);
  }

  /** Connects, and gives back the way to close. */
  open(openSocket: OpenSocket): () => void {
    let isClosed = false;
    openSocket(this).then(
      (socket) => {
        if (isClosed) socket.close();
        else this.socket = socket;
      },
      () => this.linkChanged({ status: 'unreachable' }),
    );
    return () => {
      isClosed = true;
      this.socket?.close();
      this.socket = null;
    };
  }

  async start(request: RunInput): Promise<void> {
    const { socket } = this;
    if (!socket || isUnderWay(this.view.state)) return;
    this.clear();
    this.become({ status: 'submitting' });
    try {
      const answer = await socket.start(request);
      if (answer.ok) this.accepted(answer.runId);
      else this.become({ status: 'refused', problem: answer.problem });
    } catch {
      this.become({ status: 'lost' });
    }
  }

  /** Ends the run; one that the server has not yet answered is ended as soon as it has a name. */
  stop(): void {
    this.stopAsked = true;
    if (this.runId) this.socket?.stop(this.runId);
  }

  async sendLine(text: string): Promise<void> {
    if (!this.runId || this.view.state.status !== 'running') return;
    this.runLog.echo(text);
    await this.socket?.sendStdin(this.runId, `${text}\n`);
  }

  endInput(): void {
    if (this.runId) this.socket?.endStdin(this.runId);
  }

  clear(): void {
    if (isUnderWay(this.view.state)) {
      this.runLog.clear();
      return;
    }
    this.compileLog.clear();
    this.runLog.clear();
    this.runId = null;
    this.early = [];
    this.stopAsked = false;
    this.become({ status: 'idle' });
  }

  linkChanged(link: LinkState): void {
    const isLost = link.status !== 'connected' && isUnderWay(this.view.state);
    if (isLost) this.runId = null;
    this.show({ state: isLost ? { status: 'lost' } : this.view.state, link });
  }

  happened(numbered: NumberedEvent): void {
    if (this.runId === null && this.view.state.status === 'submitting') this.early.push(numbered);
    else if (numbered.runId === this.runId) this.take(numbered);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RunView => this.view;

  private accepted(runId: string): void {
    this.runId = runId;
    const early = this.early.filter((numbered) => numbered.runId === runId);
    this.early = [];
    for (const numbered of early) this.take(numbered);
    if (this.stopAsked) this.stop();
  }

  private take({ event }: NumberedEvent): void {
    const { state } = this.view;
    if (event.type === 'output') this.logOf(state).append(event.stream, event.data);
    const next = advance(state, event, Date.now());
    if (next !== state) this.become(next);
  }

  private logOf(state: RunState): OutputLog {
    return state.status === 'running' && state.phase === 'compile' ? this.compileLog : this.runLog;
  }

  private become(state: RunState): void {
    this.show({ ...this.view, state });
  }

  private show(view: RunView): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
