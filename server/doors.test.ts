import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Socket as ClientSocket, io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '#protocol/problem.ts';
import type { NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import { clientHeader, secretHeader } from '#trust/secret.ts';
import { signTicket } from '#trust/ticket.ts';
import { TestDoors, type TestDoorsSettings, testSecret } from './test-doors.ts';

async function open(settings: TestDoorsSettings = {}): Promise<TestDoors> {
  const doors = await TestDoors.open(settings);
  onTestFinished(async () => {
    expect(doors.failures).toEqual([]);
    await doors[Symbol.asyncDispose]();
  });
  return doors;
}

/** A poll gives up after a second unless told otherwise; a busy machine may need more. */
const patiently = { timeout: 20_000 };

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const asWeb = (client: string) => ({ [secretHeader]: testSecret, [clientHeader]: client });
const statusesOf = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

interface Handshake {
  readonly token?: unknown;
  readonly headers?: Record<string, string>;
}

/** Connects, or rejects with the error whose `data` is the problem. */
function join(doors: TestDoors, { token, headers = {} }: Handshake = {}): Promise<ClientSocket> {
  const client = io(doors.url, {
    forceNew: true,
    reconnection: false,
    auth: { token },
    extraHeaders: headers,
  });
  onTestFinished(() => void client.disconnect());
  return new Promise((resolve, reject) => {
    client.on('connect', () => resolve(client));
    client.on('connect_error', reject);
  });
}

const leaving = (client: ClientSocket) =>
  new Promise<void>((resolve) => client.once('disconnect', () => resolve()));

const start = (client: ClientSocket, code: string): Promise<StartAnswer> =>
  client.emitWithAck('run:start', { language: 'toy', code });

describe('how often a client may run', () => {
  test('every answer of /execute says how its client stands, and one too many is a 429 with when to come back', async () => {
    const doors = await open({ runsPerMinute: 60, burst: 2 });
    const first = await doors.execute('a');
    expect(first.headers.get('ratelimit-policy')).toBe('"runs";q=2;w=2');
    expect(first.headers.get('ratelimit')).toBe('"runs";r=1;t=1');
    const wrong = await doors.execute('a', { 'Content-Type': 'text/plain' });
    expect([wrong.status, wrong.headers.get('ratelimit')?.slice(0, 10)]).toEqual([415, '"runs";r=1']);
    const second = await doors.execute('a', { Accept: 'application/x-ndjson' });
    expect(second.headers.get('ratelimit')).toMatch(/^"runs";r=0;t=[12]$/);
    const third = await doors.execute('a');
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '1']);
    expect(third.headers.get('ratelimit')).toMatch(/^"runs";r=0;t=2$/);
    expect(await third.json()).toMatchObject({
      success: false,
      error: { code: 'rate_limited', retryAfter: 1 },
    });
  });

  test('without a limit no header speaks of one', async () => {
    const doors = await open();
    expect((await doors.execute('a')).headers.get('ratelimit')).toBeNull();
  });

  test('both doors count together; on a socket the refusal is a problem', async () => {
    const doors = await open({ runsPerMinute: 1, burst: 1 });
    await doors.execute('a');
    expect(await start(await join(doors), 'a')).toMatchObject({
      ok: false,
      problem: { code: 'rate_limited', retryAfter: 60 },
    });
  });

  test('a spoofed X-Forwarded-For makes nobody another client, at either door', async () => {
    const doors = await open({ runsPerMinute: 1, burst: 1 });
    const spoofed = (ip: string) => ({ 'X-Forwarded-For': ip, Forwarded: `for=${ip}`, 'X-Real-IP': ip });
    await doors.execute('a', spoofed('1.1.1.1'));
    expect((await doors.execute('a', spoofed('2.2.2.2'))).status).toBe(429);
    expect(await start(await join(doors, { headers: spoofed('3.3.3.3') }), 'a')).toMatchObject({ ok: false });
  });

  test('a trusted proxy’s word is taken, and an IPv6 subscriber is one client in all of its /64', async () => {
    const doors = await open({ runsPerMinute: 1, burst: 1, trustedProxies: ['127.0.0.0/8'] });
    const from = (ip: string) => doors.execute('a', { 'X-Forwarded-For': `9.9.9.9, ${ip}` });
    expect(await statusesOf([from('1.1.1.1'), from('2.2.2.2')])).toEqual([200, 200]);
    expect(await statusesOf([from('1.1.1.1'), from('2.2.2.2')])).toEqual([429, 429]);
    expect((await from('2001:db8::1')).status).toBe(200);
    expect((await from('2001:db8::ffff:2')).status).toBe(429);
    expect((await from('2001:db8:0:1::1')).status).toBe(200);
    const socket = await join(doors, { headers: { 'X-Forwarded-For': '1.1.1.1' } });
    expect(await start(socket, 'a')).toMatchObject({ ok: false, problem: { code: 'rate_limited' } });
  });

  test('the web server’s word is taken with the secret, and with none or a wrong one it is not', async () => {
    const doors = await open({ runsPerMinute: 1, burst: 1 });
    const forTwo = [doors.execute('a', asWeb('1.1.1.1')), doors.execute('a', asWeb('2.2.2.2'))];
    expect(await statusesOf(forTwo)).toEqual([200, 200]);
    expect((await doors.execute('a', asWeb('1.1.1.1'))).status).toBe(429);
    expect((await doors.execute('a', { [clientHeader]: '3.3.3.3' })).status).toBe(200);
    for (const secret of ['', 'x', testSecret.slice(1), 'x'.repeat(9000)]) {
      const answer = await doors.execute('a', { [secretHeader]: secret, [clientHeader]: '4.4.4.4' });
      expect(answer.status).toBe(429);
    }
    // Nonsense from the web server is nobody's address: then it asks in its own name.
    expect((await doors.execute('a', asWeb('<script>'))).status).toBe(429);
  });
});

describe('how much a client may have at once', () => {
  test('runs, those that wait included', async () => {
    const doors = await open({ maxRunsPerClient: 2 });
    const client = await join(doors);
    expect([await start(client, 'hold'), await start(client, 'hold')]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await start(client, 'hold')).toMatchObject({ ok: false, problem: { code: 'rate_limited' } });
    expect((await doors.execute('a')).status).toBe(429);
    client.disconnect();
    await expect.poll(async () => (await doors.execute('a')).status, patiently).toBe(200);
  });

  test('connections: one too many hears why, and a closed one makes room', async () => {
    const doors = await open({ maxSocketsPerClient: 3 });
    const clients = await Promise.all([join(doors), join(doors), join(doors)]);
    await expect(join(doors)).rejects.toMatchObject({ data: { code: 'rate_limited', retryAfter: 10 } });
    clients[0]?.disconnect();
    await expect
      .poll(() =>
        join(doors).then(
          () => 'in',
          () => 'out',
        ),
      )
      .toBe('in');
  });

  test('connections, however many one of them asks to be', async () => {
    const doors = await open({ maxSocketsPerClient: 3 });
    const polling = await RawPolling.open(doors.url);
    const answers = await polling.connect(20);
    // The first is let in; the others hear that they are.
    expect(answers.filter((packet) => packet.startsWith('40'))).toHaveLength(1);
    expect(answers.filter((packet) => packet.startsWith('44'))).toHaveLength(19);
    const clients = await Promise.all([join(doors), join(doors)]);
    await expect(join(doors)).rejects.toMatchObject({ data: { code: 'rate_limited' } });
    for (const client of clients) client.disconnect();
  });
});

describe('API keys', () => {
  const openPaths = ['/health'];
  const lockedPaths = ['/languages', '/metrics', '/openapi.json', '/docs', '/nothing-here'];

  test('once there is one, everything but health asks for it', async () => {
    const doors = await open();
    expect((await doors.execute('a')).status).toBe(200);
    const key = doors.runKeys('create', 'ann');
    const refused = await doors.execute('a');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="bugdrill"',
    ]);
    expect(await refused.json()).toMatchObject({ success: false, error: { code: 'unauthorized' } });
    for (const path of openPaths) expect((await fetch(doors.url + path)).status).toBe(200);
    for (const path of lockedPaths) {
      expect([path, (await fetch(doors.url + path)).status]).toEqual([path, 401]);
      expect((await fetch(doors.url + path, { headers: bearer(key) })).status).not.toBe(401);
    }
    expect((await doors.execute('a', bearer(key))).status).toBe(200);
  });

  test('a page may still ask whether it may ask, and reads why it may not', async () => {
    const doors = await open();
    doors.runKeys('create', 'ann');
    const origin = { Origin: 'http://127.0.0.1:8080' };
    const preflight = await fetch(`${doors.url}/execute`, { method: 'OPTIONS', headers: origin });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(preflight.status).toBe(204);
    const refused = await doors.execute('a', origin);
    expect(refused.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:8080');
  });

  test('wrong, malformed and misplaced keys are all refused in the same way', async () => {
    const doors = await open();
    const key = doors.runKeys('create', 'ann');
    const wrong = [
      bearer('bdk_'),
      bearer(`${key}x`),
      bearer(key.toLowerCase()),
      bearer('x'.repeat(8000)),
      { Authorization: key },
      { Authorization: `Basic ${Buffer.from(`ann:${key}`).toString('base64')}` },
      { Authorization: `Bearer ${key} ${key}` },
      { 'X-Api-Key': key },
    ];
    for (const headers of wrong) expect((await doors.execute('a', headers)).status).toBe(401);
    for (const token of [undefined, '', 7, {}, [key], `${key} `, 'x'.repeat(100_000)])
      await expect(join(doors, { token })).rejects.toMatchObject({ data: { code: 'unauthorized' } });
    expect(doors.logged.join('')).not.toContain(key);
  });

  test('a key is a client of its own, wherever it comes from, with its own limit', async () => {
    const doors = await open({ runsPerMinute: 600, burst: 600 });
    const [slow, other] = [
      doors.runKeys('create', 'slow', '--runs-per-minute', '1'),
      doors.runKeys('create', 'other'),
    ];
    expect((await doors.execute('a', bearer(slow))).status).toBe(200);
    const socket = await join(doors, { token: slow, headers: { 'X-Forwarded-For': '1.2.3.4' } });
    expect(await start(socket, 'a')).toMatchObject({ ok: false, problem: { code: 'rate_limited' } });
    expect((await doors.execute('a', bearer(other))).status).toBe(200);
  });

  test('a revoked key opens nothing from that moment, and its connections and their runs end', async () => {
    const doors = await open();
    const [ann, bob] = [doors.runKeys('create', 'ann'), doors.runKeys('create', 'bob')];
    const [annSocket, bobSocket] = [await join(doors, { token: ann }), await join(doors, { token: bob })];
    expect(await start(annSocket, 'hold')).toMatchObject({ ok: true });
    const cutOff = Promise.allSettled(
      [bearer(ann), { ...bearer(ann), Accept: 'application/x-ndjson' }].map((headers) =>
        doors.execute('hold', headers).then((answer) => answer.text()),
      ),
    );
    const goesOn = doors.execute('hold', bearer(bob));
    goesOn.catch(() => undefined);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(4);
    const gone = leaving(annSocket);
    doors.runKeys('revoke', 'ann');
    doors.lookAtKeys();
    await gone;
    expect((await cutOff).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(1);
    expect((await doors.execute('a', bearer(ann))).status).toBe(401);
    expect((await doors.execute('a', bearer(bob))).status).toBe(200);
    expect(await start(bobSocket, 'a')).toMatchObject({ ok: true });
  });

  test('with the first key, those who came in without one have to leave', async () => {
    const doors = await open();
    const client = await join(doors);
    const gone = leaving(client);
    doors.runKeys('create', 'ann');
    doors.lookAtKeys();
    await gone;
    await expect(join(doors)).rejects.toMatchObject({
      data: { code: 'unauthorized' } satisfies Partial<Problem>,
    });
  });

  test('the web server needs no key, for it has the secret', async () => {
    const doors = await open();
    doors.runKeys('create', 'ann');
    expect((await doors.execute('a', asWeb('1.1.1.1'))).status).toBe(200);
    expect((await doors.execute('a', { [secretHeader]: `${testSecret}x` })).status).toBe(401);
  });
});

describe('tickets of the web server’s pages', () => {
  test('open the socket’s door and the list of languages, and nothing else', async () => {
    const doors = await open();
    doors.runKeys('create', 'ann');
    const ticket = signTicket(testSecret);
    const client = await join(doors, { token: ticket });
    const finished = new Promise<void>((resolve) => {
      client.on('run:event', ({ event }: NumberedEvent) => event.type === 'finished' && resolve());
    });
    expect(await start(client, 'a')).toMatchObject({ ok: true });
    await finished;
    expect((await fetch(`${doors.url}/languages`, { headers: bearer(ticket) })).status).toBe(200);
    expect((await doors.execute('a', bearer(ticket))).status).toBe(401);
    expect((await fetch(`${doors.url}/metrics`, { headers: bearer(ticket) })).status).toBe(401);
  });

  test('that are old, of another server, or changed, open nothing', async () => {
    const doors = await open();
    doors.runKeys('create', 'ann');
    const old = signTicket(testSecret, Date.now() - 12 * 60 * 60 * 1000);
    const strange = signTicket('another-secret-of-somebody-0123456789');
    const changed = signTicket(testSecret).replace(/\.\d/, '.9');
    for (const token of [old, strange, changed, 'bdt.', `bdt.${testSecret}`, testSecret])
      await expect(join(doors, { token })).rejects.toMatchObject({ data: { code: 'unauthorized' } });
  });
});

/** What comes back on a bare connection until the server closes it. */
async function untilClosed(socket: Socket): Promise<string> {
  let heard = '';
  socket.on('data', (data) => {
    heard += data;
  });
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return heard;
}

function bare(doors: TestDoors): Socket {
  const socket = connect(doors.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  return socket;
}

describe('clients that are slow, or too much', () => {
  const patience = { headersMs: 300, requestMs: 600, checkEveryMs: 50 };

  /** Sends the text a byte at a time for as long as the connection stands. */
  function drip(socket: Socket, text: string): void {
    let sent = 0;
    const timer = setInterval(() => {
      if (socket.writable) socket.write(text[sent++ % text.length] ?? '');
    }, 20);
    socket.on('close', () => clearInterval(timer));
  }

  test('headers a byte at a time are cut off with a 408', async () => {
    const doors = await open({ patience });
    const socket = bare(doors);
    drip(socket, 'GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: '.padEnd(10_000, 'x'));
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 .*\r\n[\s\S]*"success":false/);
  });

  test('a body a byte at a time is cut off with a 408, and runs nothing', async () => {
    const doors = await open({ patience });
    const socket = bare(doors);
    socket.write(
      'POST /execute HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n',
    );
    drip(socket, ' ');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
    expect(doors.backend.made).toBe(0);
  });

  test('a connection that says nothing is closed', async () => {
    const doors = await open({ patience });
    expect(await untilClosed(bare(doors))).toMatch(/^(HTTP\/1\.1 408 [\s\S]*)?$/);
  });

  test('headers without end are a 431', async () => {
    const doors = await open();
    const socket = bare(doors);
    socket.write(`GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}`);
    const heard = await untilClosed(socket);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ error: { code: 'too_large' } });
  });

  test('what is no HTTP is a 400 without a stack', async () => {
    const doors = await open();
    const socket = bare(doors);
    socket.write('\u0016\u0003\u0001 hello there\r\n\r\n');
    const heard = await untilClosed(socket);
    expect(heard).toMatch(/^HTTP\/1\.1 400 [\s\S]*"success":false/);
    expect(heard).not.toMatch(/ {4}at |\.ts/);
  });

  test.each(['/%', '/docs/%ff', '/languages?%'])('%s is answered as anything else is', async (path) => {
    const doors = await open();
    const answer = await fetch(`${doors.url}${path}`);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).not.toContain('FST_');
    const stranger = await fetch(`${doors.url}${path}`, { headers: { Origin: 'http://evil.example' } });
    expect(stranger.status).toBe(403);
  });

  test('what the sockets answer is as little to be guessed at by a browser', async () => {
    const doors = await open();
    const answer = await fetch(`${doors.url}/socket.io/?EIO=4&transport=polling`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a flood of headers does no harm', async () => {
    const doors = await open();
    const flood = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x-${index}`, 'y']));
    expect((await fetch(`${doors.url}/health`, { headers: flood })).status).toBe(200);
    expect((await doors.execute('a')).status).toBe(200);
  });

  /** A client that asks for something and reads nothing of what comes. */
  function deaf(doors: TestDoors, code: string, headers: Record<string, string> = {}): Socket {
    const socket = doors.askAndReadNothing(code, headers);
    onTestFinished(() => void socket.destroy());
    return socket;
  }

  const events = { Accept: 'application/x-ndjson' };
  const longMs = 60_000;
  const room = 64 * 1024 * 1024;

  test('one that stops reading the events of its run gives back its turn', async () => {
    const doors = await open({ answers: { stalledMs: 300, longestHoldMs: longMs, maxBytes: room } });
    for (let clients = 0; clients < 4; clients += 1) deaf(doors, 'flood', events);
    expect((await doors.execute('a')).status).toBe(200);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(0);
  });

  test('one that reads, but too slowly, has so long in all', async () => {
    const doors = await open({ answers: { stalledMs: longMs, longestHoldMs: 300, maxBytes: room } });
    deaf(doors, 'flood', events);
    await expect.poll(() => doors.backend.made, patiently).toBe(1);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(0);
  });

  test('one that never reads its answer loses it, and one whose run is silent does not', async () => {
    const doors = await open({ answers: { stalledMs: 300, longestHoldMs: longMs, maxBytes: room } });
    deaf(doors, 'hold');
    deaf(doors, 'flood');
    await expect.poll(() => doors.connections(), patiently).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(doors.queue.status().running).toBe(1);
  });

  test('answers that nobody takes may weigh so much: then who has most of it loses its oldest', async () => {
    const maxBytes = 40 * 1024 * 1024;
    const doors = await open({
      trustedProxies: ['127.0.0.0/8'],
      answers: { stalledMs: longMs, longestHoldMs: longMs, maxBytes },
    });
    const from = (ip: string) => ({ 'X-Forwarded-For': ip });
    deaf(doors, 'flood', from('2.2.2.2'));
    await expect.poll(() => doors.queue.status().running, patiently).toBe(0);
    for (let clients = 0; clients < 3; clients += 1) deaf(doors, 'flood', from('1.1.1.1'));
    await expect.poll(() => doors.backend.made, patiently).toBe(4);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(0);
    await expect.poll(() => doors.connections(), patiently).toBe(2);
    const answer = await doors.execute('flood', from('3.3.3.3'));
    expect((await answer.json()).stdout).toHaveLength(15 * 1024 * 1024 + 'flood'.length);
  });

  test('an answer that alone weighs more than all may is given all the same', async () => {
    const doors = await open({ answers: { stalledMs: longMs, longestHoldMs: longMs, maxBytes: 1024 } });
    deaf(doors, 'flood');
    await expect.poll(() => doors.backend.made, patiently).toBe(1);
    await expect.poll(() => doors.queue.status().running, patiently).toBe(0);
    expect((await (await doors.execute('flood')).json()).outcome).toBe('ok');
    await expect.poll(() => doors.connections(), patiently).toBe(1);
  });

  test('connections beyond the server’s most are dropped, and there is room again after', async () => {
    const doors = await open({ maxConnections: 2 });
    const held = [bare(doors), connect({ port: doors.port, host: '127.0.0.1', localAddress: '127.0.0.2' })];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect(await untilClosed(bare(doors))).toBe('');
    expect(await doors.connections()).toBe(2);
    for (const socket of held) socket.destroy();
    await expect
      .poll(() =>
        doors.execute('a').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });
});

const ordinarySteps = ['run accepted', 'run started', 'step finished', 'run finished'];

describe('what is written down', () => {
  test('one line for each step, with ids and a name for the client, and nothing of what was sent', async () => {
    const doors = await open();
    const key = doors.runKeys('create', 'ann');
    const ticket = signTicket(testSecret);
    const secret = { language: 'toy', code: 'SOURCE', stdin: 'STDIN', args: ['ARG'], env: { NAME: 'ENV' } };
    const headers = { 'Content-Type': 'application/json', ...bearer(key) };
    await fetch(`${doors.url}/execute`, { method: 'POST', headers, body: JSON.stringify(secret) });
    await doors.execute('SOURCE', asWeb('203.0.113.9'));
    doors.backend.beforeMake = () => {
      throw new Error('broken inside');
    };
    const { error } = await (await doors.execute('SOURCE', bearer(key))).json();
    await doors.execute('SOURCE', bearer(`${key}x`));
    await join(doors, { token: ticket });
    const lines = doors.logged.map((line) => JSON.parse(line)).filter(({ runId }) => runId !== undefined);
    const steps = lines.filter(({ runId }) => runId === lines[0].runId || runId === lines[4].runId);
    expect(steps.map(({ msg }) => msg)).toEqual([...ordinarySteps, ...ordinarySteps]);
    expect(lines[0]).toMatchObject({ language: 'toy', client: 'key:ann' });
    expect(lines[4].client).toMatch(/^address:[0-9a-f]{12}$/);
    const fault = lines.find(({ msg }) => msg === 'run failed on our side');
    expect(fault).toMatchObject({
      runId: error?.requestId,
      err: { message: expect.stringContaining('broken inside') },
    });
    expect(doors.logged.join('')).not.toMatch(
      new RegExp(`SOURCE|STDIN|ARG\\b|"ENV"|203\\.0\\.113|${key.slice(4)}|${testSecret}|${ticket.slice(20)}`),
    );
  });

  test('the measurements tell of runs, times, sandboxes, pool, queue and process', async () => {
    const doors = await open();
    await doors.execute('a');
    doors.backend.beforeMake = () => {
      throw new Error('broken');
    };
    await doors.execute('a');
    const answer = await fetch(`${doors.url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    for (const line of [
      'bugdrill_runs_total{language="toy",outcome="ok"} 1',
      'bugdrill_runs_total{language="toy",outcome="platform_fault"} 1',
      'bugdrill_run_wait_seconds_count{language="toy"} 1',
      'bugdrill_run_duration_seconds_count{language="toy"} 1',
      'bugdrill_sandbox_create_seconds_count 1',
      'bugdrill_sandbox_create_failures_total 2',
      'bugdrill_sandbox_remove_seconds_count 1',
      'bugdrill_sandbox_leaks_total 0',
      'bugdrill_pool_warm{language="toy"} 1',
      'bugdrill_pool_target{language="toy"} 2',
      'bugdrill_queue_running 0',
      'bugdrill_queue_waiting 0',
    ])
      expect(text).toContain(line);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('a made-up language makes no new label', async () => {
    const doors = await open();
    await fetch(`${doors.url}/execute`, { method: 'POST', body: '{"language":"x\\ny","code":""}' });
    expect(await doors.metrics.read()).not.toContain('x\\ny');
  });
});

test('while the server stops, both doors answer newcomers at once, and runs under way go on', async () => {
  const doors = await open();
  const client = await join(doors);
  expect(await start(client, 'hold')).toMatchObject({ ok: true });
  doors.health.stop();
  doors.queue.close();
  const refused = await doors.execute('a');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
  expect(await refused.json()).toMatchObject({ error: { code: 'shutting_down' } });
  expect(await start(client, 'a')).toMatchObject({
    ok: false,
    problem: { code: 'shutting_down', retryAfter: 10 },
  });
  const health = await fetch(`${doors.url}/health`);
  expect([health.status, (await health.json()).status]).toEqual([503, 'stopping']);
  expect(doors.queue.status().running).toBe(1);
});

/** A connection that speaks Engine.IO's long polling itself, as a client of no library would. */
class RawPolling {
  private constructor(private readonly url: string) {}

  static async open(server: string): Promise<RawPolling> {
    const url = `${server}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(url)).text();
    return new RawPolling(`${url}&sid=${JSON.parse(opened.slice(1)).sid}`);
  }

  /** Asks so many times at once to be let in; answers what comes back. */
  async connect(times: number): Promise<string[]> {
    await fetch(this.url, { method: 'POST', body: Array(times).fill('40').join('\x1e') });
    const packets: string[] = [];
    while (packets.length < times) packets.push(...(await (await fetch(this.url)).text()).split('\x1e'));
    return packets;
  }
}
