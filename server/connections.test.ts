import { once } from 'node:events';
import { Agent, get, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { clientHeader, secretHeader } from '#trust/secret.ts';
import { TestDoors, type TestDoorsSettings, testSecret } from './test-doors.ts';

async function open(settings: TestDoorsSettings): Promise<TestDoors> {
  const doors = await TestDoors.open(settings);
  onTestFinished(() => doors[Symbol.asyncDispose]());
  return doors;
}

/** A connection that says nothing, from one of the addresses of loopback. */
function idle(doors: TestDoors, localAddress = '127.0.0.1'): Socket {
  const socket = connect({ port: doors.port, host: '127.0.0.1', localAddress });
  onTestFinished(() => void socket.destroy());
  return socket.on('error', () => undefined);
}

/** Asks on a connection that then stays open; answers the status, or 0 when it was dropped. */
function ask(doors: TestDoors, from: string, headers: Record<string, string> = {}): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return new Promise((resolve) => {
    get(`${doors.url}/health`, { agent, localAddress: from, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', () => resolve(0));
  });
}

const asWeb = { [secretHeader]: testSecret, [clientHeader]: '9.9.9.9' };
const filled = (doors: TestDoors, count: number) => expect.poll(() => doors.connections()).toBe(count);

test('one client’s idle connections leave room for others: one too many of its own is closed at once', async () => {
  const doors = await open({ maxConnections: 6, maxConnectionsPerClient: 3 });
  const held = Array.from({ length: 3 }, () => idle(doors));
  await filled(doors, 3);
  await Promise.all(Array.from({ length: 20 }, () => once(idle(doors), 'close')));
  expect(await ask(doors, '127.0.0.1')).toBe(0);
  expect(await ask(doors, '127.0.0.2')).toBe(200);
  held[0]?.destroy();
  await filled(doors, 3);
  expect(await ask(doors, '127.0.0.1')).toBe(200);
});

test('a trusted proxy has many clients behind it, and is not counted as one', async () => {
  const settings = { maxConnections: 9, maxConnectionsPerClient: 2, trustedProxies: ['127.0.0.1'] };
  const doors = await open(settings);
  for (let connection = 0; connection < 5; connection += 1) idle(doors);
  await filled(doors, 5);
  expect(await ask(doors, '127.0.0.1')).toBe(200);
  for (let connection = 0; connection < 2; connection += 1) idle(doors, '127.0.0.2');
  await filled(doors, 8);
  expect(await ask(doors, '127.0.0.2')).toBe(0);
});

test('nor is the web server, whose connections show the secret', async () => {
  const doors = await open({ maxConnectionsPerClient: 2 });
  for (let connection = 0; connection < 5; connection += 1)
    expect(await ask(doors, '127.0.0.1', asWeb)).toBe(200);
  await filled(doors, 5);
  for (let connection = 0; connection < 2; connection += 1) expect(await ask(doors, '127.0.0.1')).toBe(200);
  expect(await ask(doors, '127.0.0.1')).toBe(0);
});

test('connections that wait for their next request are closed when there is hardly any room left', async () => {
  const doors = await open({ maxConnections: 10 });
  for (let address = 1; address <= 8; address += 1) await ask(doors, `127.0.0.${address}`);
  await filled(doors, 8);
  for (let address = 11; address <= 20; address += 1)
    expect(await ask(doors, `127.0.0.${address}`)).toBe(200);
});

test('a websocket on which nobody comes in is gone soon, though its other end says nothing', async () => {
  const doors = await open({ connectMs: 200 });
  const socket = idle(doors);
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13';
  const upgrade = `Connection: Upgrade\r\nUpgrade: websocket\r\n${key}`;
  socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n\r\n`);
  const [first] = await once(socket, 'data');
  expect(`${first}`).toMatch(/^HTTP\/1\.1 101 /);
  const begin = performance.now();
  await once(socket, 'close');
  expect(performance.now() - begin).toBeLessThan(5000);
});

test('a connection of long polling stays for what else is asked on it, as that of a proxy', async () => {
  const doors = await open({});
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ask = async (path: string, body?: string) => {
    const sending = request(`${doors.url}${path}`, { agent, method: body === undefined ? 'GET' : 'POST' });
    const [answer] = await once(sending.end(body), 'response');
    return { connection: sending.socket, text: await text(answer) };
  };
  const polling = '/socket.io/?EIO=4&transport=polling';
  const { connection, text: greeting } = await ask(polling);
  const close = '1';
  await ask(`${polling}&sid=${JSON.parse(greeting.slice(1)).sid}`, close);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await ask('/health')).connection).toBe(connection);
});
