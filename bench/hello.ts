import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import type { NumberedEvent } from '#protocol/socket.ts';
import type { TestServer } from '#server/test-server.ts';
import { dockerRun } from './docker-run.ts';
import { Samples, timed } from './samples.ts';

const program = 'print("Hello World")';
const expected = 'Hello World\n';

/** A pause in which the pool is filled again, so that each sample meets a warm sandbox. */
const refillMs = 700;

export interface HelloTimes {
  readonly execute: Samples;
  readonly firstByte: Samples;
  readonly dockerRun: Samples;
  /** The interpreter of this machine with no sandbox at all; empty where there is none. */
  readonly bare: Samples;
}

/** The Python hello by every way, taken in turns, so that the noise of the machine meets all of them alike. */
export async function measureHello(server: TestServer, image: string, rounds: number): Promise<HelloTimes> {
  const times = {
    execute: new Samples(),
    firstByte: new Samples(),
    dockerRun: new Samples(),
    bare: new Samples(),
  };
  const socket = io(server.url, { transports: ['websocket'] });
  const hasBare = await bare().then(
    () => true,
    () => false,
  );
  for (let round = 0; round < rounds; round += 1) {
    await pause(refillMs);
    times.execute.add(await timed(() => execute(server)));
    await pause(refillMs);
    times.firstByte.add(await timed(() => firstByte(socket)));
    times.dockerRun.add(await timed(async () => check(await dockerRun(image, ['python3', '-c', program]))));
    if (hasBare) times.bare.add(await timed(async () => check((await bare()).stdout)));
  }
  socket.disconnect();
  return times;
}

async function execute(server: TestServer): Promise<void> {
  const response = await server.execute({ language: 'python', code: program });
  check((await response.json()).stdout);
}

/** From sending the start to the first byte of output; the run is read to its end outside the time. */
async function firstByte(socket: Socket): Promise<void> {
  const first = new Promise<void>((resolve) => {
    const look = ({ runId, seq, event }: NumberedEvent) => {
      socket.emit('run:ack', { runId, seq });
      if (event.type !== 'output') return;
      socket.off('run:event', look);
      resolve();
    };
    socket.on('run:event', look);
  });
  await socket.emitWithAck('run:start', { language: 'python', code: program });
  await first;
}

function bare() {
  return promisify(execFile)('python3', ['-c', program]);
}

/** A figure of a run that went wrong is no figure. */
function check(stdout: string): void {
  if (stdout !== expected)
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(stdout)}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
