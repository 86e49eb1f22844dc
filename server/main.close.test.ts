import { connect, type Socket } from 'node:net';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import { TestServer } from './test-server.ts';

const settings = { LANGUAGES: 'python', DRAIN_MS: '100' };
const sleeper = {
  language: 'python',
  code: 'print("up")\nimport time\ntime.sleep(40)',
  limits: { wallMs: 50_000 },
};
const flood = {
  language: 'python',
  code: 'while True: print("x" * 999)',
  limits: { output_bytes: 16_000_000 },
};
/** More than a server that closes may need on a slow machine, and less than a silent client used to hold it. */
const closingMs = 25_000;

test.each(['polling', 'websocket'])(
  'a client by %s is told how its run ended before the server is gone',
  async (transport) => {
    await using server = await TestServer.startReady(settings);
    const client = io(server.url, { forceNew: true, transports: [transport] });
    onTestFinished(() => void client.disconnect());
    const outcome = new Promise<string>((resolve) => {
      client.on('disconnect', () => resolve('disconnected before the end was told'));
      client.on('run:event', ({ runId, seq, event }: NumberedEvent) => {
        client.emit('run:ack', { runId, seq });
        if (event.type === 'finished') resolve(event.outcome.kind);
      });
    });
    const up = new Promise((resolve) => {
      client.on('run:event', ({ event }: NumberedEvent) => event.type === 'output' && resolve(undefined));
    });
    const started: StartAnswer = await client.emitWithAck('run:start', sleeper);
    expect(started.ok).toBe(true);
    await up;
    expect(await Promise.all([outcome, server.end()])).toEqual(['interrupted', 0]);
    expect(await server.containers()).toEqual([]);
  },
);

test('clients that read nothing do not keep the server from closing', async () => {
  await using server = await TestServer.startReady(settings);
  const body = JSON.stringify(flood);
  const caller = silent(server, [
    'POST /execute HTTP/1.1',
    'Accept: application/x-ndjson',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]);
  caller.write(body);
  const watcher = silent(server, [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]);
  await expect.poll(async () => (await server.health()).queue.running, { timeout: 20_000 }).toBe(1);
  const before = performance.now();
  expect(await server.end()).toBe(0);
  expect(performance.now() - before).toBeLessThan(closingMs);
  expect(await server.containers()).toEqual([]);
  for (const client of [caller, watcher]) client.destroy();
});

/** A client that sends a request and then reads nothing, not even that the connection ended. */
function silent(server: TestServer, head: readonly string[]): Socket {
  const { hostname, port, host } = new URL(server.url);
  const client = connect(Number(port), hostname).pause();
  onTestFinished(() => void client.destroy());
  client.on('error', () => undefined);
  client.write([...head, `Host: ${host}`, '', ''].join('\r\n'));
  return client;
}
