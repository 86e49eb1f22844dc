import { io } from 'socket.io-client';
import type { RunEvent } from '../protocol/run-event.ts';

const executionUrl = `http://localhost:${process.env['E2E_PORT'] ?? '8182'}`;

/** Runs a program as a page does, and answers what names the run. */
export async function run(program: object): Promise<{ readonly runId: string; readonly token: string }> {
  const socket = io(executionUrl, { transports: ['websocket'] });
  try {
    const over = new Promise<void>((resolve) => {
      socket.on('run:event', ({ event }: { event: RunEvent }) => {
        if (event.type === 'finished') resolve();
      });
    });
    const { runId, token } = await socket.emitWithAck('run:start', program);
    await over;
    return { runId, token };
  } finally {
    socket.disconnect();
  }
}
