import { percentile, Samples, type Times } from './samples.ts';
import { Awaited, SocketClient } from './socket-client.ts';
import type { Stand } from './stand.ts';

const MiB = 1024 * 1024;
/** Less than what a run may print at most. */
const floodBytes = 12 * MiB;
const flood = `import os
block = (b"x" * 63 + b"\\n") * 1024
left = ${floodBytes}
while left > 0: left -= os.write(1, block)`;

export interface Stream {
  /** From typing a character to its echo, in a terminal, on the socket: a round trip. */
  readonly echo: Times;
  /** What a program printed and a client of the socket had in its hands, in MiB a second, by sets. */
  readonly stdoutMibPerSecond: { readonly middle: number; readonly low: number; readonly high: number };
}

export async function measureStream(stand: Stand): Promise<Stream> {
  const rates: number[] = [];
  const echo = await measureEcho(stand);
  for (let run = 0; run < stand.pace.floods; run += 1) rates.push(await floodRate(stand));
  const [low = 0, middle = 0, high = 0] = [0, 0.5, 1].map((share) => percentile(rates, share));
  return { echo, stdoutMibPerSecond: { low, middle, high } };
}

/** The terminal itself echoes, as it does for a person who types at a program that waits for a line. */
async function measureEcho(stand: Stand): Promise<Times> {
  const samples = new Samples();
  await stand.atRest();
  using socket = new SocketClient(stand.server.url);
  let awaited = new Awaited<void>('the program');
  const code = 'print("ready", flush=True)\ninput()';
  const terminal = { rows: 24, columns: 80 };
  await socket.start({ language: 'python', code, interactive: true, terminal }, (event) => {
    if (event.type === 'output') awaited.come();
  });
  await awaited.came;
  // A run ends by itself after a while: a benchmark that takes longer has enough of them.
  const deadline = performance.now() + 6_000;
  for (let key = 0; key < stand.pace.keystrokes && performance.now() < deadline; key += 1) {
    awaited = new Awaited<void>('the echo');
    await samples.take(() => {
      socket.type('x');
      return awaited.came;
    });
  }
  await socket.stop();
  return samples.times;
}

async function floodRate(stand: Stand): Promise<number> {
  await stand.atRest();
  using socket = new SocketClient(stand.server.url);
  const end = new Awaited<string>('the end');
  let bytes = 0;
  let firstAt = Number.NaN;
  const request = { language: 'python', code: flood, limits: { outputBytes: 16 * MiB, wallMs: 25_000 } };
  await socket.start(request, (event) => {
    if (event.type === 'finished') end.come(event.outcome.kind);
    if (event.type !== 'output') return;
    if (bytes === 0) firstAt = performance.now();
    bytes += event.data.length;
  });
  const outcome = await end.came;
  if (outcome !== 'ok' || bytes !== floodBytes) throw new Error(`the flood: ${outcome} after ${bytes} bytes`);
  return bytes / MiB / ((performance.now() - firstAt) / 1000);
}
