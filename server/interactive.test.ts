import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClient } from './test-client.ts';
import { newDataDir, TestServer } from './test-server.ts';

const only = { LANGUAGES: 'python', POOL_MAX_WARM: '1' };
const terminal = { rows: 24, columns: 80 };
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady(only);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

/** A Python program that runs, in a terminal unless it is said otherwise. */
async function python(code: string, request: object = { terminal }): Promise<TestClient> {
  const client = new TestClient(server.url);
  await client.start({ language: 'python', code, interactive: true, ...request });
  return client;
}

const ok = { kind: 'ok', exitCode: 0 };

describe('a program in a terminal', () => {
  test('finds a terminal on every stream, of the asked size and kind, and prints it as one stream', async () => {
    using client = await python(
      'import os,sys\nprint([os.isatty(n) for n in (0,1,2)], os.get_terminal_size(), os.environ["TERM"], "COLUMNS" in os.environ)\nprint("err", file=sys.stderr)',
    );
    expect((await client.finished()).outcome).toEqual(ok);
    expect(client.text).toBe(
      '[True, True, True] os.terminal_size(columns=80, lines=24) xterm-256color False\r\nerr\r\n',
    );
    const streams = client.seen.map(({ event }) => (event.type === 'output' ? event.stream : 'stdout'));
    expect(new Set(streams)).toEqual(new Set(['stdout']));
  });

  test('edits a line with readline as it is typed', async () => {
    using client = await python('import readline\nprint("hi", input("name? "))');
    await client.printed('name? ');
    const [home, left] = ['\x01', '\x1b[D'];
    await client.say('run:stdin', { data: `dx${left}a\x1b[C\x7f${home}A\r` });
    await client.printed('hi Ada\r\n');
    expect((await client.finished()).outcome).toEqual(ok);
  });

  test('is told of a new size by SIGWINCH', async () => {
    using client = await python(
      // Blocked, the signal is waited for and cannot be missed between the word and the wait.
      'import os,signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH})\nprint("ready", flush=True)\nsignal.sigwait({signal.SIGWINCH})\nprint(tuple(os.get_terminal_size()))',
    );
    await client.printed('ready');
    expect(await client.say('run:resize', { rows: 50, columns: 132 })).toEqual({ ok: true });
    await client.printed('(132, 50)');
    expect((await client.finished()).outcome).toEqual(ok);
  });

  test('draws with curses, in colour, and reads single keys', async () => {
    using client = await python(
      'import curses\ndef main(s):\n  curses.start_color(); curses.use_default_colors(); curses.init_pair(1, curses.COLOR_GREEN, -1)\n  s.addstr(2, 4, "drawn", curses.color_pair(1)); s.refresh()\n  return s.getkey()\nprint("key", curses.wrapper(main))',
    );
    await client.printed('drawn');
    expect(client.text).toContain('\x1b[?1049h');
    expect(client.text).toContain('\x1b[3;5H');
    expect(client.text).toContain('\x1b[32m');
    await client.say('run:stdin', { data: 'q' });
    await client.printed('key q');
    expect((await client.finished()).outcome).toEqual(ok);
  });

  test('is interrupted by a typed Ctrl-C, as KeyboardInterrupt', async () => {
    using client = await python(
      'import time\ntry:\n  print("up", flush=True)\n  time.sleep(60)\nexcept KeyboardInterrupt:\n  print("interrupted")',
    );
    // Its line too: unbuffered, Python writes that by itself, and a signal between the two is heeded after both.
    await client.printed('up\r\n');
    await client.say('run:stdin', { data: '\x03' });
    await client.printed('^Cinterrupted');
    expect((await client.finished()).outcome).toEqual(ok);
  });

  test('sees the end of its input in a typed Ctrl-D, and in an end that is said', async () => {
    for (const end of [
      (client: TestClient) => client.say('run:stdin', { data: '\x04' }),
      (client: TestClient) => client.say('run:eof'),
    ]) {
      using client = await python('try:\n  input("? ")\nexcept EOFError:\n  print("eof")');
      await client.printed('? ');
      expect(await end(client)).toEqual({ ok: true });
      await client.printed('eof');
      expect((await client.finished()).outcome).toEqual(ok);
    }
  });

  test('that ignores nothing is ended by a signal by name, and the outcome says which', async () => {
    using client = await python('import time\nprint("up", flush=True)\ntime.sleep(60)');
    await client.printed('up');
    await client.say('run:signal', { signal: 'SIGTERM' });
    expect((await client.finished()).outcome).toEqual({ kind: 'signal', signal: 'SIGTERM', number: 15 });
  });
});

describe('a program without a terminal', () => {
  test('finds none', async () => {
    using client = await python(
      'import os\nprint([os.isatty(n) for n in (0,1,2)], "TERM" in os.environ)',
      {},
    );
    await client.finished();
    expect(client.text).toBe('[False, False, False] False\n');
  });

  test('is sent SIGUSR1 and SIGINT by name', async () => {
    using client = await python(
      'import os,signal,time\nsignal.signal(signal.SIGUSR1, lambda *_: os.write(1, b"usr1"))\ntry:\n  os.write(1, b"up")\n  while True: time.sleep(1)\nexcept KeyboardInterrupt:\n  print("interrupted")',
      {},
    );
    await client.printed('up');
    expect(await client.say('run:signal', { signal: 'SIGUSR1' })).toEqual({ ok: true });
    await client.printed('usr1');
    await client.say('run:signal', { signal: 'SIGINT' });
    await client.printed('interrupted');
    expect((await client.finished()).outcome).toEqual(ok);
  });
});

describe('a run whose connection is lost', () => {
  test('goes on, and the client that comes back sees every line once', async () => {
    using client = await python(
      'import time\nfor i in range(3000):\n  print(f"{i}:".ljust(1023, "."), flush=True)\n  time.sleep(0.001)',
      { limits: { wallMs: 60_000, outputBytes: 4 * 1024 * 1024 } },
    );
    for (let cut = 1; cut <= 3; cut += 1) {
      await client.printed(`\n${cut * 500}:`);
      client.disconnect();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await client.resume()).toEqual({ ok: true });
    }
    expect((await client.finished()).outcome).toEqual(ok);
    expect(client.seen.map(({ seq }) => seq)).toEqual(client.seen.map((_, index) => index + 1));
    const lines = client.text.trimEnd().split('\n');
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  });

  test('is unknown to a server that was killed and came back', async () => {
    const dataDir = newDataDir();
    const killed = await TestServer.startReady(only, dataDir);
    using client = new TestClient(killed.url);
    await client.start({ language: 'python', code: 'import time\nprint("up", flush=True)\ntime.sleep(60)' });
    await client.printed('up');
    await killed.end('SIGKILL');
    await using next = await TestServer.start(only, dataDir);
    expect(await client.resume(next.url)).toMatchObject({ ok: false, problem: { code: 'not_found' } });
  });
});
