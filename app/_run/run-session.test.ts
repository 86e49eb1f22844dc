import { expect, test } from 'vitest';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import type { Accepted, StartAnswer } from '#protocol/socket.ts';
import { type RunConnection, RunSession } from './run-session.ts';
import type { RunListener, StartedRun } from './socket.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const started: RunEvent = { type: 'started', language: 'toy', version: '1', image: 'i', warm: true };
const said = (data: string): RunEvent => ({ type: 'output', stream: 'stdout', data, at: 1 });
const figures = { wallMs: 1, cpuMs: 1, memoryBytes: 1, facts: [] };
const finished: FinishedEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  ...figures,
};

/** The server's end as the test plays it. */
class ScriptedConnection implements RunConnection {
  readonly heard: string[] = [];
  startAnswer: Promise<StartAnswer> = Promise.resolve({ ok: true, runId: 'r', token: 't' });
  resumeAnswer: Promise<Accepted> = Promise.resolve({ ok: true });
  stdinAnswer: Promise<Accepted> = Promise.resolve({ ok: true });

  start(): Promise<StartAnswer> {
    return this.startAnswer;
  }

  resume({ runId, token }: StartedRun, after: number): Promise<Accepted> {
    this.heard.push(`resume ${runId} ${token} after ${after}`);
    return this.resumeAnswer;
  }

  sendStdin(_: string, data: string): Promise<Accepted> {
    this.heard.push(`stdin ${data}`);
    return this.stdinAnswer;
  }

  resize(_: string, { rows, columns }: { rows: number; columns: number }): void {
    this.heard.push(`resize ${rows} ${columns}`);
  }

  endStdin(): void {
    this.heard.push('eof');
  }

  stop(): void {
    this.heard.push('stop');
  }

  leave(runId: string): void {
    this.heard.push(`leave ${runId}`);
  }

  close(): void {
    this.heard.push('close');
  }
}

async function stage() {
  const connection = new ScriptedConnection();
  const session = new RunSession((flush) => flush());
  let listener: RunListener = session;
  session.open(async (to) => {
    listener = to;
    return connection;
  });
  await settled();
  listener.linkChanged({ status: 'connected' });
  const happen = (seq: number, event: RunEvent) => listener.happened({ runId: 'r', seq, event });
  const running = async () => {
    await session.start({ language: 'toy', code: '' });
    happen(1, started);
    happen(2, said('one\n'));
  };
  const lose = () => listener.linkChanged({ status: 'retrying', inSeconds: 1 });
  const comeBack = () => listener.linkChanged({ status: 'connected' });
  return { connection, session, happen, running, lose, comeBack };
}

test('a run whose connection is lost still runs, and is resumed after the last event that was seen', async () => {
  const { connection, session, happen, running, lose, comeBack } = await stage();
  await running();
  lose();
  expect(session.snapshot().state.status).toBe('running');
  comeBack();
  await settled();
  expect(connection.heard).toEqual(['resume r t after 2']);
  happen(2, said('one\n'));
  happen(3, said('two\n'));
  happen(4, finished);
  expect(session.runLog.text()).toBe('one\ntwo\n');
  expect(session.snapshot().state.status).toBe('finished');
});

test('a server that does not know the run any more interrupted it', async () => {
  const { connection, session, running, lose, comeBack } = await stage();
  await running();
  connection.resumeAnswer = Promise.resolve({
    ok: false,
    problem: { code: 'not_found', message: 'There is no such run.' },
  });
  lose();
  comeBack();
  await settled();
  expect(session.snapshot().state).toEqual({ status: 'lost', when: 'running' });
});

test('a resume that the server refuses otherwise is shown in its words', async () => {
  const { connection, session, running, lose, comeBack } = await stage();
  await running();
  const problem = { code: 'conflict', message: 'The events up to number 9 are no longer kept.' } as const;
  connection.resumeAnswer = Promise.resolve({ ok: false, problem });
  lose();
  comeBack();
  await settled();
  expect(session.snapshot().state).toEqual({ status: 'refused', problem });
});

const inTerminal = (session: RunSession) =>
  session.start({ language: 'toy', code: '', terminal: session.terminalSize() });

test('keys go to the terminal’s program as they are, and are not echoed by the page', async () => {
  const { connection, session, happen } = await stage();
  await inTerminal(session);
  happen(1, started);
  await session.type('q');
  happen(2, said('\u001b[2Jq'));
  expect(connection.heard).toEqual(['stdin q']);
  const screen: string[] = [];
  session.screen.follow({ write: (text) => screen.push(text), reset: () => undefined });
  expect(screen).toEqual(['\u001b[2Jq']);
});

test('a terminal that comes to its size before the server answers is told when it does, and only then', async () => {
  const { connection, session } = await stage();
  const start = inTerminal(session);
  session.resize({ rows: 30, columns: 100 });
  expect(connection.heard).toEqual([]);
  await start;
  expect(connection.heard).toEqual(['resize 30 100']);
  session.resize({ rows: 40, columns: 100 });
  expect(connection.heard).toEqual(['resize 30 100', 'resize 40 100']);
});

test('a run without a terminal is never told a size', async () => {
  const { connection, session, running } = await stage();
  await running();
  session.resize({ rows: 30, columns: 100 });
  expect(connection.heard).toEqual([]);
});

test('a connection that breaks again while it resumes is followed by the next', async () => {
  const { connection, session, running, lose, comeBack } = await stage();
  await running();
  connection.resumeAnswer = Promise.reject(new Error('socket has been disconnected'));
  lose();
  comeBack();
  await settled();
  connection.resumeAnswer = Promise.resolve({ ok: true });
  lose();
  comeBack();
  await settled();
  expect(connection.heard).toEqual(['resume r t after 2', 'resume r t after 2']);
  expect(session.snapshot().state.status).toBe('running');
});

test('what is said while the connection is lost reaches the server once it knows the run again', async () => {
  const { connection, session, running, lose, comeBack } = await stage();
  await running();
  lose();
  const line = session.sendLine('ada');
  session.endInput();
  session.stop();
  await settled();
  expect(connection.heard).toEqual([]);
  comeBack();
  await line;
  expect(connection.heard[0]).toBe('resume r t after 2');
  expect([...connection.heard.slice(1)].sort()).toEqual(['eof', 'stdin ada\n', 'stop']);
});

test('a line that the server refuses says that the input has ended; one whose connection broke does not', async () => {
  const { connection, session, running } = await stage();
  await running();
  connection.stdinAnswer = Promise.reject(new Error('socket has been disconnected'));
  await session.sendLine('a');
  connection.stdinAnswer = Promise.resolve({ ok: false, problem: { code: 'conflict', message: 'ended' } });
  await expect(session.sendLine('b')).rejects.toThrow('ended');
});

test('a server of another version is noticed, and its end of a run is an end', async () => {
  const { session, running } = await stage();
  await running();
  session.misunderstood('r', false);
  expect(session.snapshot()).toMatchObject({ isForeign: true, state: { status: 'running' } });
  session.misunderstood('another run', true);
  expect(session.snapshot().state.status).toBe('running');
  session.misunderstood('r', true);
  expect(session.snapshot().state).toEqual({ status: 'lost', when: 'misunderstood' });
});

test('a connection lost before the server answered never began a run', async () => {
  const { connection, session, lose } = await stage();
  connection.startAnswer = new Promise(() => undefined);
  void session.start({ language: 'toy', code: '' });
  lose();
  expect(session.snapshot().state).toEqual({ status: 'lost', when: 'submitting' });
});

test('a page that goes away leaves its run, and a run that is over is not left', async () => {
  const { connection, session, happen, running } = await stage();
  await running();
  session.leave();
  expect(connection.heard).toEqual(['leave r']);
  happen(3, finished);
  session.leave();
  expect(connection.heard).toEqual(['leave r']);
});
