import { once } from 'node:events';
import { type Duplex, duplexPair } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AgentLink, type AgentLinkOptions } from './agent-link.ts';
import { type RunningStep, SandboxBroken, type SandboxStep, type StepEvent } from './sandbox.ts';

const step: SandboxStep = {
  argv: ['program'],
  env: {},
  wallMs: 0,
  cpuMs: 0,
  processes: 0,
  openFiles: 0,
  fileBytes: 0,
};

const types = {
  file: 1,
  start: 2,
  stdin: 3,
  eof: 4,
  signal: 5,
  kill: 6,
  resize: 7,
  collect: 8,
  reset: 9,
  boot: 10,
} as const;

/** The other end of a link: an agent that says and hears frames by hand. */
class FakeAgent {
  private heard = Buffer.alloc(0);

  constructor(readonly stream: Duplex) {
    stream.on('error', () => undefined);
  }

  say(type: number, payload: Uint8Array = Buffer.of()): boolean {
    const header = Buffer.alloc(5);
    header.writeUInt32LE(payload.length);
    header[4] = type;
    return this.stream.write(Buffer.concat([header, payload]));
  }

  ready(protocol = 5): void {
    this.say(0x81, Buffer.of(protocol, 1));
  }

  print(text: string): void {
    this.say(0x82, Buffer.from(text));
  }

  taken(bytes: number): void {
    const payload = Buffer.alloc(4);
    payload.writeUInt32LE(bytes);
    this.say(0x84, payload);
  }

  started(): void {
    this.say(0x85);
  }

  startFailed(errno: number, message: string): void {
    this.say(0x88, Buffer.from([errno, 0, 0, 0, message.length, 0, ...Buffer.from(message)]));
  }

  fileOut(path: string, content: string, flags = 0): void {
    this.say(0x89, Buffer.from([flags, ...shortText(path), ...Buffer.from(content)]));
  }

  leftOut(path: string): void {
    this.say(0x8a, shortText(path));
  }

  collected(): void {
    this.say(0x8b);
  }

  reset(dirt = '', restMs = 0): void {
    this.say(0x8c, Buffer.from([restMs, 0, 0, 0, ...shortText(dirt)]));
  }

  booted(): void {
    this.say(0x8d, Buffer.of(1));
  }

  error(code: number, message: string): void {
    this.say(0x8f, Buffer.from([code, 0, 0, 0, 0, message.length, 0, ...Buffer.from(message)]));
  }

  exit(code = 0): void {
    const payload = Buffer.alloc(54);
    payload[2] = code;
    this.say(0x87, payload);
  }

  /** The next frame that the server sends. */
  async hear(): Promise<{ readonly type: number; readonly payload: Buffer }> {
    const header = await this.take(5);
    return { type: header.readUInt8(4), payload: await this.take(header.readUInt32LE(0)) };
  }

  private async take(bytes: number): Promise<Buffer> {
    while (this.heard.length < bytes) {
      const chunk: Buffer | null = this.stream.read();
      if (chunk) this.heard = Buffer.concat([this.heard, chunk]);
      else await once(this.stream, 'readable');
    }
    const taken = this.heard.subarray(0, bytes);
    this.heard = this.heard.subarray(bytes);
    return taken;
  }
}

function shortText(text: string): Buffer {
  return Buffer.from([Buffer.byteLength(text), 0, ...Buffer.from(text)]);
}

function connect(options: AgentLinkOptions = {}) {
  const [ours, theirs] = duplexPair();
  const agent = new FakeAgent(theirs);
  const link = new AgentLink(ours, options);
  onTestFinished(() => link.break(new SandboxBroken('The test is over.')));
  return { link, agent, stream: ours };
}

/** A link with a step that runs. */
async function run(options: AgentLinkOptions = {}) {
  const { link, agent, stream } = connect(options);
  agent.ready();
  await link.ready(1_000);
  const running = link.start(step);
  expect((await agent.hear()).type).toBe(types.start);
  agent.started();
  return { link, agent, running, stream };
}

async function toEnd(running: RunningStep): Promise<StepEvent[]> {
  const events: StepEvent[] = [];
  for await (const event of running.events) events.push(event);
  return events;
}

describe('being ready', () => {
  test('an agent that says so is', async () => {
    const { link, agent } = connect();
    agent.ready();
    await expect(link.ready(1_000)).resolves.toBeUndefined();
  });

  test('an agent that says nothing in time is broken, and so is one that ends', async () => {
    await expect(connect().link.ready(20)).rejects.toThrow(SandboxBroken);
    const { link, agent } = connect();
    agent.stream.end();
    await expect(link.ready(1_000)).rejects.toThrow('The sandbox ended.');
  });

  test('an agent of another protocol is not talked to', async () => {
    const { link, agent } = connect();
    agent.ready(9);
    await expect(link.ready(1_000)).rejects.toThrow('protocol 9');
  });
});

describe('files', () => {
  test('a large file goes in parts of which only the first begins it', async () => {
    const { link, agent } = connect();
    const content = Buffer.alloc(1_200_000, 'x');
    const written = link.writeFiles([
      { path: 'a', content, executable: true },
      { path: 'b', content: Buffer.of() },
    ]);
    const parts = [await agent.hear(), await agent.hear(), await agent.hear(), await agent.hear()];
    await written;
    expect(parts.map(({ type, payload }) => [type, payload[0], payload.length])).toEqual([
      [types.file, 2, 4 + 524_288],
      [types.file, 3, 4 + 524_288],
      [types.file, 3, 4 + 1_200_000 - 2 * 524_288],
      [types.file, 0, 4],
    ]);
  });

  test('a file that could not be written fails the step after it, by name', async () => {
    const { link, agent } = connect();
    await link.writeFiles([{ path: 'a', content: Buffer.of(1) }]);
    const running = link.start(step);
    agent.error(2, 'a: No space left on device');
    await expect(toEnd(running)).rejects.toThrow('A file could not be written: a: No space left on device.');
    expect(() => link.start(step)).toThrow(SandboxBroken);
    await expect(link.writeFiles([{ path: 'b', content: Buffer.of() }])).rejects.toThrow(SandboxBroken);
  });
});

describe('a step', () => {
  test('tells what it printed, then its exit, and nothing after', async () => {
    const { agent, running } = await run();
    agent.print('one ');
    agent.print('two');
    agent.exit(3);
    const events = await toEnd(running);
    const texts = events.map((event) =>
      event.type === 'output' ? Buffer.from(event.data).toString() : event.type,
    );
    expect(texts.slice(0, -1).join('')).toBe('one two');
    expect(events.at(-1)).toMatchObject({
      type: 'exit',
      exit: { exitCode: 3, signal: null, killedBy: null },
    });
  });

  test('is one at a time, and may follow the last', async () => {
    const { link, agent, running } = await run();
    expect(() => link.start(step)).toThrow('One step at a time');
    agent.exit();
    await toEnd(running);
    const next = link.start(step);
    agent.started();
    agent.exit(1);
    expect(await toEnd(next)).toHaveLength(1);
  });

  test('whose program is not there ends as in a shell', async () => {
    for (const [errno, exitCode] of [
      [2, 127],
      [13, 126],
    ] as const) {
      const { link, agent } = connect();
      const running = link.start(step);
      agent.startFailed(errno, 'cannot execute the program');
      const [said, exit] = await toEnd(running);
      expect(said).toMatchObject({
        stream: 'stderr',
        data: Buffer.from('program: cannot execute the program\n'),
      });
      expect(exit).toMatchObject({ exit: { exitCode } });
    }
  });

  test('that the sandbox could not give a process is the sandbox’s fault', async () => {
    const { link, agent } = connect();
    const running = link.start(step);
    agent.startFailed(11, 'cannot make a process');
    await expect(toEnd(running)).rejects.toThrow('program: cannot make a process');
  });

  test('whose reader walks away is killed, and its rest is let go', async () => {
    const { link, agent, running } = await run();
    agent.print('first');
    for await (const event of running.events) {
      expect(event.type).toBe('output');
      break;
    }
    expect((await agent.hear()).type).toBe(types.kill);
    for (let printed = 0; printed < 40; printed += 1) agent.print('x'.repeat(60_000));
    agent.exit();
    agent.started();
    expect((await link.gone).message).toContain('without a step');
  });

  test('that is not read is not read from the agent either, and nothing of it is lost', async () => {
    const { agent, running } = await run();
    const text = 'x'.repeat(10_000);
    let accepted = 0;
    while (agent.say(0x82, Buffer.from(text)) && accepted < 1_000) {
      accepted += 1;
      await turn();
    }
    expect(accepted * text.length).toBeLessThan(512 * 1024);
    agent.exit();
    const events = await toEnd(running);
    const bytes = events.reduce((sum, event) => sum + (event.type === 'output' ? event.data.length : 0), 0);
    expect(bytes).toBe((accepted + 1) * text.length);
    expect(events.at(-1)?.type).toBe('exit');
  });
});

describe('stdin', () => {
  test('no more is on the way than the agent has room for, and all of it arrives in order', async () => {
    const { agent, running } = await run();
    const sent = Buffer.alloc(200_000, 'abc');
    const written = running.write(sent);
    running.end();
    let received = Buffer.alloc(0);
    while (received.length < sent.length) {
      const { type, payload } = await agent.hear();
      expect(type).toBe(types.stdin);
      expect(payload.length).toBeLessThanOrEqual(65_536);
      received = Buffer.concat([received, payload]);
      agent.taken(payload.length);
    }
    await written;
    expect(received.equals(sent)).toBe(true);
    expect((await agent.hear()).type).toBe(types.eof);
  });

  test('a write waits until the program took it', async () => {
    const { agent, running } = await run();
    let isTaken = false;
    const written = running.write(Buffer.from('typed')).then(() => {
      isTaken = true;
    });
    expect((await agent.hear()).payload.toString()).toBe('typed');
    await turn();
    expect(isTaken).toBe(false);
    agent.taken(5);
    await written;
  });

  test('a write ends with the step, and after it goes nowhere', async () => {
    const { agent, running } = await run();
    const written = running.write(Buffer.alloc(100_000));
    agent.exit();
    await written;
    await running.write(Buffer.from('late'));
    running.end();
    running.kill();
    expect((await toEnd(running)).at(-1)?.type).toBe('exit');
    const { payload } = await agent.hear();
    expect(payload).toHaveLength(65_536);
    await turn();
    expect(agent.stream.readableLength).toBe(0);
  });

  test('an agent that took more than it was sent is broken', async () => {
    const { agent, running } = await run();
    agent.taken(1);
    await expect(toEnd(running)).rejects.toThrow(SandboxBroken);
  });
});

describe('the end of the link', () => {
  test('in mid-step comes after what was printed, with the reason that the engine gave', async () => {
    const reason = new SandboxBroken('Out of memory.', true);
    const { link, agent, running } = await run({ explainEnd: async () => reason });
    agent.print('last words');
    agent.stream.end();
    const events: StepEvent[] = [];
    const reading = (async () => {
      for await (const event of running.events) events.push(event);
    })();
    await expect(reading).rejects.toBe(reason);
    expect(events).toMatchObject([{ type: 'output' }]);
    expect(await link.gone).toBe(reason);
    expect(() => link.start(step)).toThrow(reason);
  });

  test('is explained by the engine also where a write failed before the end was read', async () => {
    const reason = new SandboxBroken('Out of memory.', true);
    let explain = () => {};
    const explained = new Promise<SandboxBroken>((resolve) => {
      explain = () => resolve(reason);
    });
    const { link, running, stream } = await run({ explainEnd: () => explained });
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy(new Error('EPIPE'));
    await closed;
    const writing = link.writeFiles([{ path: 'late', content: Buffer.alloc(9) }]);
    writing.catch(() => undefined);
    explain();
    await expect(toEnd(running)).rejects.toBe(reason);
    await expect(writing).rejects.toBe(reason);
  });

  test('without an explanation is told with what was seen', async () => {
    const error = new Error('EPIPE');
    const explainEnd = () => Promise.reject(new Error('The engine is away.'));
    const { link, stream } = await run({ explainEnd });
    stream.destroy(error);
    expect(await link.gone).toMatchObject({ message: 'The sandbox cannot be reached.', cause: error });
  });

  test.each([
    ['nonsense', (agent: FakeAgent) => agent.say(0x42)],
    ['a frame out of turn', (agent: FakeAgent) => agent.started()],
    ['a protocol fault', (agent: FakeAgent) => agent.error(1, 'a frame makes no sense')],
    ['a refused frame', (agent: FakeAgent) => agent.error(3, 'a step is running')],
    ['a torn connection', (_agent: FakeAgent, stream: Duplex) => stream.destroy(new Error('reset'))],
  ])('comes with %s, and destroys the stream', async (_what, act) => {
    const { link, agent, running, stream } = await run();
    act(agent, stream);
    await expect(toEnd(running)).rejects.toThrow(SandboxBroken);
    await link.gone;
    expect(() => link.start(step)).toThrow(SandboxBroken);
  });

  test('comes with output that belongs to no step', async () => {
    const { link, agent } = connect();
    agent.ready();
    agent.print('ghost');
    expect((await link.gone).message).toContain('without a step');
  });

  test('comes when the agent stays silent past the wall limit and its grace', async () => {
    const { link, agent } = connect({ graceMs: 30 });
    const running = link.start({ ...step, wallMs: 20 });
    agent.started();
    await expect(toEnd(running)).rejects.toThrow('did not end the step in time');
  });

  test('the first reason stays', async () => {
    const { link } = connect();
    link.break(new SandboxBroken('first'));
    link.break(new SandboxBroken('second'));
    expect((await link.gone).message).toBe('first');
  });
});

describe('between steps', () => {
  const request = { folder: 'out', maxBytes: 6, maxFiles: 2 };

  /** A link that waits for an answer to what was asked. */
  async function ask<Answer>(question: (link: AgentLink) => Promise<Answer>) {
    const { link, agent } = connect();
    agent.ready();
    await link.ready(1_000);
    const answer = question(link);
    answer.catch(() => undefined);
    return { link, agent, answer, asked: await agent.hear() };
  }

  test('what is collected is put together from its pieces, and what was left out is named', async () => {
    const { agent, answer, asked } = await ask((link) => link.collect(request));
    expect(asked.type).toBe(types.collect);
    agent.fileOut('out/a', 'ab', 2);
    agent.fileOut('out/a', 'cd', 3);
    agent.leftOut('out/b');
    agent.fileOut('out/c', '');
    agent.collected();
    expect(await answer).toEqual({
      files: [
        { path: 'out/a', content: Buffer.from('abcd'), executable: true },
        { path: 'out/c', content: Buffer.of(), executable: false },
      ],
      leftOut: ['out/b'],
    });
  });

  test.each<[string, (agent: FakeAgent) => unknown]>([
    ['more bytes than were asked for', (agent) => agent.fileOut('a', '1234567')],
    ['more files than were asked for', (agent) => ['a', 'b', 'c'].map((path) => agent.fileOut(path, ''))],
    ['the rest of a file that it did not begin', (agent) => agent.fileOut('a', 'b', 1)],
    ['more than a hundred names', (agent) => Array.from({ length: 101 }, () => agent.leftOut('a'))],
    ['an answer to another question', (agent) => agent.reset()],
    ['output', (agent) => agent.print('a')],
  ])('an agent that answers with %s is no agent of ours', async (_what, say) => {
    const { agent, answer, link } = await ask((asked) => asked.collect(request));
    say(agent);
    agent.collected();
    await expect(answer).rejects.toThrow(SandboxBroken);
    expect(() => link.start(step)).toThrow(SandboxBroken);
  });

  test('what is booted keeps nothing else waiting, and is answered for once', async () => {
    const { link, agent } = connect();
    agent.ready();
    await link.ready(1_000);
    link.boot(step);
    expect((await agent.hear()).type).toBe(types.boot);
    const running = link.start({ ...step, booted: true });
    expect((await agent.hear()).type).toBe(types.start);
    agent.started();
    agent.booted();
    agent.exit();
    expect(await toEnd(running)).toMatchObject([{ type: 'exit' }]);
    agent.booted();
    expect((await link.gone).message).toContain('out of turn: booted');
  });

  test('what was reset can be used again; what is still dirty never', async () => {
    const { agent, answer, asked, link } = await ask((ready) => ready.reset());
    expect(asked.type).toBe(types.reset);
    expect(() => link.start(step)).toThrow('One step at a time');
    agent.reset('', 120);
    expect(await answer).toEqual({ restMs: 120 });
    const again = link.reset();
    agent.reset('a process is left');
    await expect(again).rejects.toThrow('a process is left');
    expect(() => link.start(step)).toThrow(SandboxBroken);
  });

  test('an agent that does not answer counts as gone', async () => {
    const { link, agent } = connect({ graceMs: 20 });
    agent.ready();
    await link.ready(1_000);
    await expect(link.reset()).rejects.toThrow('in time');
  });

  test('nothing is asked while a step runs', async () => {
    const { link } = await run();
    await expect(link.collect(request)).rejects.toThrow('One step at a time');
    await expect(link.reset()).rejects.toThrow('One step at a time');
  });
});

test('signals and sizes go to a step that runs, and are forgotten after its end', async () => {
  const { agent, running } = await run();
  running.signal(2);
  running.resize({ rows: 24, columns: 80 });
  expect(await agent.hear()).toEqual({ type: types.signal, payload: Buffer.of(2) });
  expect(await agent.hear()).toEqual({ type: types.resize, payload: Buffer.of(24, 0, 80, 0) });
  agent.exit();
  await toEnd(running);
  running.signal(2);
  running.resize({ rows: 1, columns: 1 });
  running.kill();
  expect(agent.stream.readableLength).toBe(0);
});

test('a program that needs more memory than there is before it begins ran out of memory', async () => {
  const { link, agent } = connect();
  agent.ready();
  await link.ready(1_000);
  const running = link.start(step);
  agent.startFailed(12, 'cannot execute the program');
  expect(await toEnd(running)).toMatchObject([{ type: 'exit', exit: { signal: 9, killedBy: 'memory' } }]);
});
