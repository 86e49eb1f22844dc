import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { isValidTicket } from '#trust/ticket.ts';
import { credentials } from './credentials.ts';
import { markPeers } from './peer.ts';
import { POST as ticket } from './v1/ticket/route.ts';

const secret = 'a-secret-that-nobody-can-guess-0123456789';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  vi.stubEnv('DATA_DIR', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});

const keepSecret = () => writeFile(join(folder, 'secret'), `${secret}\n`);
const asked = (headers: Record<string, string>) => new Request('http://localhost:8080/x', { headers });

test('a call to the execution server carries the secret, and whom it is for', async () => {
  await keepSecret();
  expect(await credentials(asked({ 'x-bugdrill-peer': '192.0.2.1' }))).toEqual({
    'x-bugdrill-secret': secret,
    'x-bugdrill-client': '192.0.2.1',
  });
  expect(await credentials()).toEqual({ 'x-bugdrill-secret': secret });
});

test('without a secret it carries nothing', async () => {
  expect(await credentials(asked({ 'x-bugdrill-peer': '192.0.2.1' }))).toEqual({});
});

test('X-Forwarded-For counts only from a trusted proxy', async () => {
  await keepSecret();
  const request = asked({ 'x-bugdrill-peer': '10.0.0.1', 'x-forwarded-for': '6.6.6.6, 192.0.2.7' });
  expect((await credentials(request))['x-bugdrill-client']).toBe('10.0.0.1');
  vi.stubEnv('TRUSTED_PROXIES', '10.0.0.0/8');
  expect((await credentials(request))['x-bugdrill-client']).toBe('192.0.2.7');
  vi.stubEnv('TRUSTED_PROXIES', 'everybody');
  await expect(credentials(request)).rejects.toThrow('must be addresses or networks');
});

test('a sender who says where it comes from is not believed', async () => {
  markPeers();
  const server = createServer((request, response) => response.end(request.headers['x-bugdrill-peer']));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await fetch(url, { headers: { 'X-Bugdrill-Peer': '6.6.6.6', Connection: 'close' } });
  expect(await answer.text()).toBe('127.0.0.1');
});

const forPage = (headers: Record<string, string> = {}) =>
  ticket(new Request('http://localhost:8080/api/v1/ticket', { method: 'POST', headers }));

test('a page gets a ticket that the execution server will take, and that nobody keeps', async () => {
  await keepSecret();
  const answer = await forPage();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const body = await answer.json();
  expect(isValidTicket(body.ticket, secret)).toBe(true);
  expect(JSON.stringify(body)).not.toContain(secret);
});

test('a page of another site gets none', async () => {
  await keepSecret();
  expect((await forPage({ Origin: 'https://evil.example', Host: 'localhost:8080' })).status).toBe(403);
});

test('without a secret there is no ticket, and the answer says what is missing without saying where', async () => {
  const answer = await forPage();
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain(folder);
});
