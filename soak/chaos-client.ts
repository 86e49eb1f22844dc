import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { ExecuteAnswer } from '#protocol/execute.ts';
import { RunEvent } from '#protocol/run-event.ts';
import type { NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import type { SeenRun } from './seen-run.ts';

/** A correct program, and how its client behaves. */
export interface ChaosRun {
  readonly door: SeenRun['door'];
  readonly lines: number;
  readonly pauseMs: number;
  /** The client hangs up after so long; undefined for one that listens to the end. */
  readonly leaveAfterMs: number | undefined;
}

/** Every run is over long before; a client that hears nothing for so long has found a fault. */
const patienceMs = 90_000;

interface Client {
  readonly url: string;
  readonly request: { readonly language: string; readonly code: string };
  readonly left: AbortSignal;
  /** What it has heard so far. */
  printed: string;
  readonly outcomes: string[];
}

/** Has the program run by the server at `url`. Throws when the server says what makes no sense. */
export async function watchRun(url: string, run: ChaosRun): Promise<SeenRun> {
  const lines = Array.from({ length: run.lines }, (_, index) => `line ${index}\n`);
  const code = `import time\nfor i in range(${run.lines}):\n  print("line", i)\n  time.sleep(${run.pauseMs / 1000})`;
  const leaving = new AbortController();
  const client: Client = {
    url,
    request: { language: 'python', code },
    left: leaving.signal,
    printed: '',
    outcomes: [],
  };
  if (run.leaveAfterMs !== undefined) void pause(run.leaveAfterMs).then(() => leaving.abort());
  const doors = { rest: askRest, stream: askStream, socket: askSocket };
  const end = await doors[run.door](client);
  return {
    door: run.door,
    expected: lines.join(''),
    printed: client.printed,
    outcomes: client.outcomes,
    end,
  };
}

async function askRest(client: Client): Promise<SeenRun['end']> {
  return await untilBroken(client, async () => {
    const response = await post(client, 'application/json');
    if (isRefusal(response)) return 'refused';
    const { stdout, outcome } = ExecuteAnswer.parse(await response.json());
    client.printed = stdout;
    client.outcomes.push(outcome);
    return 'finished';
  });
}

async function askStream(client: Client): Promise<SeenRun['end']> {
  return await untilBroken(client, async () => {
    const response = await post(client, 'application/x-ndjson');
    if (isRefusal(response) || response.body === null) return 'refused';
    const decoder = new TextDecoder();
    let rest = '';
    for await (const bytes of response.body) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(client, RunEvent.parse(JSON.parse(line)));
    }
    return 'finished';
  });
}

/** Come back later: anything else that is no answer is a fault, and fails to be read as one. */
function isRefusal({ status }: Response): boolean {
  return status === 503 || status === 429;
}

function post({ url, request, left }: Client, accept: string): Promise<Response> {
  return fetch(`${url}/execute`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ ...request, timeout_sec: 30 }),
    signal: AbortSignal.any([left, AbortSignal.timeout(patienceMs)]),
  });
}

/** A connection that breaks is a `TypeError` of fetch's; one that the client broke is the client's doing. */
async function untilBroken({ left }: Client, talk: () => Promise<SeenRun['end']>): Promise<SeenRun['end']> {
  try {
    return await talk();
  } catch (error) {
    if (left.aborted) return 'left';
    if (error instanceof TypeError) return 'closed';
    if (error instanceof DOMException && error.name === 'TimeoutError') return 'silent';
    throw error;
  }
}

async function askSocket(client: Client): Promise<SeenRun['end']> {
  const { url, request, left } = client;
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  try {
    return await new Promise<SeenRun['end']>((resolve) => {
      socket.on('connect_error', () => resolve('closed')).on('disconnect', () => resolve('closed'));
      left.addEventListener('abort', () => resolve('left'), { once: true });
      AbortSignal.timeout(patienceMs).addEventListener('abort', () => resolve('silent'));
      socket.on('run:event', ({ runId, seq, event }: NumberedEvent) => {
        hear(client, event);
        socket.emit('run:ack', { runId, seq });
        // Whatever the server sent too much is here before it answers this.
        if (event.type === 'finished') socket.emit('run:stop', { runId }, () => resolve('finished'));
      });
      socket.emit('run:start', request, (answer: StartAnswer) => answer.ok || resolve('refused'));
    });
  } finally {
    socket.disconnect();
  }
}

function hear(client: Client, event: RunEvent): void {
  if (event.type === 'output') client.printed += event.data;
  if (event.type === 'finished') client.outcomes.push(event.outcome.kind);
}
