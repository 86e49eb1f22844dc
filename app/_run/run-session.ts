import type { TerminalSize } from '#protocol/run-request.ts';
import type { NumberedEvent } from '#protocol/socket.ts';
import { withEvent } from './findings.ts';
import { OutputLog } from './output-log.ts';
import { RawOutput } from './raw-output.ts';
import { advance, isCompiling, isUnderWay, type RunState } from './run-state.ts';
import { firstView, type RunView } from './run-view.ts';
import type { LinkState, RunInput, RunListener, RunSocket, StartedRun } from './socket.ts';

export type RunConnection = Pick<
  RunSocket,
  'start' | 'resume' | 'sendStdin' | 'endStdin' | 'resize' | 'stop' | 'leave' | 'close'
>;

/** Opens the connection; a function, so that its code arrives after the page. */
export type OpenSocket = (listener: RunListener) => Promise<RunConnection>;

/**
 * The run of one page: its state, its output and its connection. A new run takes the place of the one before. When the
 * connection is lost the run goes on; its page takes it up again where it was.
 */
export class RunSession implements RunListener {
  readonly compileLog: OutputLog;
  readonly runLog: OutputLog;
  /** What came of a program that has a terminal. */
  readonly screen = new RawOutput();
  private size: TerminalSize = { rows: 24, columns: 80 };
  private sentSize = this.size;
  private view: RunView = firstView;
  private socket: RunConnection | null = null;
  private run: StartedRun | null = null;
  /** The number of the latest event that was taken. */
  private lastSeq = 0;
  /** While the server does not know this connection as the run's: resolves when it does. */
  private reunion: Promise<void> | null = null;
  private reunite: () => void = () => undefined;
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

  /** With `divider` what was printed before stays, and these words stand under it. */
  async start(request: RunInput, divider?: string): Promise<void> {
    const { socket } = this;
    if (!socket || isUnderWay(this.view.state)) return;
    if (divider === undefined) this.runLog.clear();
    else this.runLog.divide(divider);
    this.forgetRun();
    const hasTerminal = request.terminal !== undefined;
    const tests = request.tests?.length ?? 0;
    this.sentSize = this.size;
    this.show({ ...this.view, state: { status: 'submitting' }, tests, hasTerminal });
    try {
      const answer = await socket.start(request);
      if (answer.ok) this.accepted(answer);
      else this.become({ status: 'refused', problem: answer.problem });
    } catch {
      this.become({ status: 'lost', when: 'submitting' });
    }
  }

  /** Ends the run; one that the server has not yet answered is ended as soon as it has a name. */
  stop(): void {
    this.stopAsked = true;
    this.say((socket, runId) => socket.stop(runId));
  }

  /** Rejects when the program's input has ended. */
  async sendLine(text: string): Promise<void> {
    const { run } = this;
    if (!run || this.view.state.status !== 'running') return;
    this.runLog.echo(text);
    await this.reunion;
    // Whether a line arrived whose connection broke is not known; sent again it might arrive twice.
    const answer = await this.socket?.sendStdin(run.runId, `${text}\n`).catch(() => undefined);
    if (answer?.ok === false) throw new Error(answer.problem.message);
  }

  /** Sends what was typed into the terminal, keys as a terminal sends them. The program's terminal echoes. */
  async type(keys: string): Promise<void> {
    const { run } = this;
    if (!run || this.view.state.status !== 'running') return;
    await this.reunion;
    await this.socket?.sendStdin(run.runId, keys).catch(() => undefined);
  }

  /** The terminal's size now, of the program that runs and of those to come. */
  resize(size: TerminalSize): void {
    this.size = size;
    if (this.view.hasTerminal && isUnderWay(this.view.state))
      this.say((socket, runId) => socket.resize(runId, size));
  }

  terminalSize(): TerminalSize {
    return this.size;
  }

  endInput(): void {
    this.say((socket, runId) => socket.endStdin(runId));
  }

  /** The page goes away for good: nobody will ask for the run again. */
  leave(): void {
    if (this.run && isUnderWay(this.view.state)) this.socket?.leave(this.run.runId);
  }

  clear(): void {
    this.runLog.clear();
    if (isUnderWay(this.view.state)) this.screen.clear();
    else this.forgetRun();
  }

  private forgetRun(): void {
    this.screen.clear();
    this.compileLog.clear();
    this.run = null;
    this.lastSeq = 0;
    this.reunite();
    this.early = [];
    this.stopAsked = false;
    const { link, isForeign } = this.view;
    this.show({ ...firstView, link, isForeign });
  }

  linkChanged(link: LinkState): void {
    const { run } = this;
    const isHere = link.status === 'connected';
    const isUnanswered = this.view.state.status === 'submitting' && run === null;
    this.show({
      ...this.view,
      state: !isHere && isUnanswered ? { status: 'lost', when: 'submitting' } : this.view.state,
      link,
    });
    if (!run || !isUnderWay(this.view.state)) return;
    if (isHere) void this.resume(run);
    else this.part();
  }

  happened(numbered: NumberedEvent): void {
    if (this.run === null && this.view.state.status === 'submitting') this.early.push(numbered);
    else if (numbered.runId === this.run?.runId) this.take(numbered);
  }

  misunderstood(runId: string, isEnd: boolean): void {
    const isOurs = runId === this.run?.runId && isUnderWay(this.view.state);
    const state: RunState = isEnd && isOurs ? { status: 'lost', when: 'misunderstood' } : this.view.state;
    this.show({ ...this.view, state, isForeign: true });
  }

  /** What opens the shown run, once it is over. */
  endedRun(): StartedRun | undefined {
    return this.view.state.status === 'finished' ? (this.run ?? undefined) : undefined;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RunView => this.view;

  private accepted({ runId, token }: StartedRun): void {
    this.run = { runId, token };
    const early = this.early.filter((numbered) => numbered.runId === runId);
    this.early = [];
    for (const numbered of early) this.take(numbered);
    if (this.stopAsked) this.stop();
    // The terminal may have come to its size while the server had not answered.
    if (this.size !== this.sentSize) this.resize(this.size);
  }

  private async resume(run: StartedRun): Promise<void> {
    // When the connection breaks once more, the next one asks again.
    const answer = await this.socket?.resume(run, this.lastSeq).catch(() => undefined);
    if (!answer || this.run !== run || !isUnderWay(this.view.state)) return;
    if (answer.ok) this.reunite();
    else if (answer.problem.code === 'not_found') this.become({ status: 'lost', when: 'running' });
    else this.become({ status: 'refused', problem: answer.problem });
  }

  private part(): void {
    this.reunion ??= new Promise((resolve) => {
      this.reunite = () => {
        this.reunion = null;
        resolve();
      };
    });
  }

  /** Says it to the server, once that knows this connection. */
  private say(words: (socket: RunConnection, runId: string) => void): void {
    const { run } = this;
    const speak = () => {
      if (this.socket && run && run === this.run) words(this.socket, run.runId);
    };
    if (this.reunion !== null) void this.reunion.then(speak);
    else speak();
  }

  private take({ seq, event }: NumberedEvent): void {
    if (seq <= this.lastSeq) return;
    this.lastSeq = seq;
    const { state } = this.view;
    // What a test prints is held against what it expects, and shown there.
    if (event.type === 'output' && event.test === undefined)
      this.logOf(state).append(event.stream, event.data, event.at);
    if (event.type === 'output' && this.view.hasTerminal && !isCompiling(state))
      this.screen.append(event.data);
    const next = advance(state, event, Date.now());
    const findings = withEvent(this.view.findings, event);
    if (next !== state || findings !== this.view.findings) this.show({ ...this.view, state: next, findings });
  }

  private logOf(state: RunState): OutputLog {
    return isCompiling(state) ? this.compileLog : this.runLog;
  }

  private become(state: RunState): void {
    this.show({ ...this.view, state });
  }

  private show(view: RunView): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
