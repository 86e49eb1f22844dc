import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DockerBackend } from './docker-backend.ts';
import { findEngine } from './docker-engine.ts';
import { labels } from './docker-labels.ts';
import {
  type RunningStep,
  type Sandbox,
  type SandboxBackend,
  SandboxBroken,
  type SandboxSpec,
  type SandboxStep,
  type StepEvent,
  type StepExit,
} from './sandbox.ts';
import { ScriptedBackend } from './scripted-backend.ts';
import { exit, print, type Script } from './scripted-step.ts';
import { testImage } from './test-image.ts';

const MiB = 1024 * 1024;

/** A backend under test, and what only its tester can do to it. */
interface Bench {
  readonly spec: SandboxSpec;
  readonly backend: SandboxBackend;
  /** The backend of the next server on the same data folder, this one having died. */
  successor(): SandboxBackend;
  /** Kills a sandbox from outside. */
  murder(sandbox: Sandbox): Promise<void>;
  /** Sandboxes of this bench that exist in the engine. */
  count(): Promise<number>;
  close(): Promise<void>;
}

interface Program {
  readonly argv: readonly string[];
  readonly script: Script;
}

/** What a language's hook does: says that it is up, takes what it is told, and leaves nothing of it. */
const hook = 'printf . >&3; dd bs=65536 count=1 <&3 >/dev/null 2>&1; exec 3>&-; unset BUGDRILL_BOOT';

/** Programs by what they do, once for a shell and once as a script. */
const programs = {
  failing: {
    argv: ['sh', '-c', 'echo out; echo err >&2; exit 3'],
    script: async function* failing() {
      yield print('out\n');
      yield print('err\n', 'stderr');
      yield exit({ exitCode: 3 });
    },
  },
  echo: {
    argv: ['cat'],
    script: async function* echo({ stdin }) {
      for await (const data of stdin) yield { type: 'output', stream: 'stdout', data };
    },
  },
  deaf: {
    argv: ['true'],
    script: async function* deaf() {},
  },
  endless: {
    argv: ['sh', '-c', 'echo begun; exec sleep 600'],
    script: async function* endless() {
      yield print('begun\n');
      await new Promise(() => undefined);
    },
  },
  leaving: {
    argv: ['sh', '-c', 'mkdir -p out/deep; printf b >out/b; printf aa >out/deep/a; printf no >other'],
    script: async function* leaving({ files }) {
      for (const [path, text] of Object.entries({ 'out/b': 'b', 'out/deep/a': 'aa', other: 'no' }))
        files.set(path, { path, content: Buffer.from(text) });
      yield exit();
    },
  },
  sizing: {
    argv: ['sh', '-c', 'stty -echo; while stty size; do read -r line; done'],
    script: async function* sizing({ stdin, size }) {
      const tell = () => print(`${size()?.rows} ${size()?.columns}\r\n`);
      yield tell();
      for await (const _line of stdin) yield tell();
    },
  },
  booting: {
    argv: ['sh', '-c', `[ -z "$BUGDRILL_BOOT" ] || { ${hook}; }; cat greeting`],
    script: async function* booting({ files }) {
      yield print(Buffer.from(files.get('greeting')?.content ?? []).toString());
    },
  },
  reader: {
    argv: ['cat', 'folder/file'],
    script: async function* reader({ files }) {
      yield print(Buffer.from(files.get('folder/file')?.content ?? []).toString());
    },
  },
} satisfies Record<string, Program>;

const play: Script = (program) => {
  const played = Object.values<Program>(programs).find(
    ({ argv }) => argv.join() === program.step.argv.join(),
  );
  if (!played) throw new Error('There is no such script.');
  return played.script(program);
};

function step(program: Program, limits: Partial<SandboxStep> = {}): SandboxStep {
  const plain = {
    env: { PATH: '/usr/bin:/bin' },
    wallMs: 20_000,
    cpuMs: 20_000,
    processes: 32,
    openFiles: 64,
  };
  return { ...plain, argv: program.argv, fileBytes: MiB, ...limits };
}

interface Told {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly exit: StepExit;
}

async function tellAll(running: RunningStep): Promise<Told> {
  const events: StepEvent[] = [];
  for await (const event of running.events) events.push(event);
  const last = events.pop();
  if (last?.type !== 'exit') throw new Error('The last event is not the exit.');
  expect(events.some(({ type }) => type === 'exit')).toBe(false);
  const printed = (stream: string) =>
    Buffer.concat(
      events.flatMap((event) => (event.type === 'output' && event.stream === stream ? [event.data] : [])),
    );
  return { stdout: printed('stdout'), stderr: printed('stderr'), exit: last.exit };
}

/** The step's events, the first of them already seen. */
async function begun(running: RunningStep): Promise<AsyncIterator<StepEvent>> {
  const events = running.events[Symbol.asyncIterator]();
  await events.next();
  return events;
}

async function lastOf(events: AsyncIterator<StepEvent>): Promise<StepEvent | undefined> {
  let last: StepEvent | undefined;
  for (let next = await events.next(); !next.done; next = await events.next()) last = next.value;
  return last;
}

async function scriptedBench(): Promise<Bench> {
  const backend = new ScriptedBackend(play);
  backend.beforeMake = ({ image }) => {
    if (image.includes('no-such-image')) throw new Error('no such image');
  };
  return {
    spec: { image: 'scripted', memoryBytes: 64 * MiB, processes: 64 },
    backend,
    successor: () => backend.successor(),
    murder: async (sandbox) => backend.sandboxes.find(({ id }) => id === sandbox.id)?.break(),
    count: async () => backend.sandboxes.length,
    close: async () => {
      for (const sandbox of backend.sandboxes) await sandbox[Symbol.asyncDispose]();
    },
  };
}

async function dockerBench(): Promise<Bench> {
  const engine: Dockerode = await findEngine({});
  const instance = randomBytes(8).toString('hex');
  const faults: unknown[] = [];
  const begin = () =>
    new DockerBackend({ engine, instance, onFault: (error) => faults.push(error), holders: 0 });
  const backends = [begin()] as const;
  const all: DockerBackend[] = [...backends];
  return {
    spec: { image: await testImage(engine), memoryBytes: 64 * MiB, processes: 64 },
    backend: backends[0],
    successor: () => {
      const next = begin();
      all.push(next);
      return next;
    },
    murder: (sandbox) => engine.getContainer(`bugdrill-${sandbox.id}`).kill({ signal: 'SIGKILL' }),
    count: async () => {
      const filters = { label: [`${labels.instance}=${instance}`] };
      return (await engine.listContainers({ all: true, filters })).length;
    },
    close: async () => {
      for (const backend of all) await backend.close();
      expect(faults).toEqual([]);
    },
  };
}

describe.each([
  ['scripts', scriptedBench],
  ['Docker', dockerBench],
])('a backend of %s', (_name, openBench) => {
  let bench: Bench;
  const made: Sandbox[] = [];

  beforeAll(async () => {
    bench = await openBench();
  });
  afterEach(async () => {
    for (const sandbox of made.splice(0)) await sandbox[Symbol.asyncDispose]();
    expect(await bench.count()).toBe(0);
  });
  afterAll(() => bench.close());

  async function make(backend = bench.backend, spec = bench.spec): Promise<Sandbox> {
    const sandbox = await backend.make(spec);
    made.push(sandbox);
    return sandbox;
  }

  test('says that its engine is there', async () => {
    expect(await bench.backend.check()).toMatchObject({ reachable: true });
  });

  test('keeps stdout and stderr apart, tells the exit code, and the exit comes once and last', async () => {
    const told = await tellAll((await make()).start(step(programs.failing)));
    expect(told.stdout.toString()).toBe('out\n');
    expect(told.stderr.toString()).toBe('err\n');
    expect(told.exit).toMatchObject({ exitCode: 3, signal: null, killedBy: null });
  });

  test('feeds a program exactly what was written, and then the end', async () => {
    const running = (await make()).start(step(programs.echo));
    const sent = randomBytes(300_000);
    const telling = tellAll(running);
    await running.write(sent.subarray(0, 1));
    await running.write(sent.subarray(1));
    running.end();
    const told = await telling;
    expect(told.stdout.equals(sent)).toBe(true);
    expect(told.exit.exitCode).toBe(0);
  });

  test('gives a program that is fed nothing an empty stdin', async () => {
    const running = (await make()).start(step(programs.echo));
    running.end();
    const told = await tellAll(running);
    expect(told).toMatchObject({ exit: { exitCode: 0 } });
    expect(told.stdout).toHaveLength(0);
  });

  test('lets go of a writer whose program ends without reading', async () => {
    const running = (await make()).start(step(programs.deaf));
    const writing = running.write(Buffer.alloc(4 * MiB));
    expect((await tellAll(running)).exit.exitCode).toBe(0);
    await writing;
    await running.write(Buffer.from('too late'));
    running.end();
    running.kill();
  });

  test('kills when told to, once or twice, and says who did it', async () => {
    const running = (await make()).start(step(programs.endless));
    const events = await begun(running);
    running.kill();
    running.kill();
    const killed = { exitCode: null, signal: 9, killedBy: 'host' };
    expect(await lastOf(events)).toMatchObject({ type: 'exit', exit: killed });
  });

  test('ends a step at its wall limit', async () => {
    const told = await tellAll((await make()).start(step(programs.endless, { wallMs: 300 })));
    expect(told.stdout.toString()).toBe('begun\n');
    expect(told.exit).toMatchObject({ exitCode: null, killedBy: 'wall' });
  });

  test('runs one step after another, and refuses two at once', async () => {
    const sandbox = await make();
    const first = sandbox.start(step(programs.endless));
    const events = await begun(first);
    expect(() => sandbox.start(step(programs.deaf))).toThrow('One step at a time');
    first.kill();
    await lastOf(events);
    expect((await tellAll(sandbox.start(step(programs.failing)))).exit.exitCode).toBe(3);
  });

  test('shows a program the files that were written, bytes as they were', async () => {
    const sandbox = await make();
    const content = Buffer.from('line\r\n\u{1f41b}');
    await sandbox.writeFiles([{ path: 'folder/file', content }]);
    expect((await tellAll(sandbox.start(step(programs.reader)))).stdout.equals(content)).toBe(true);
  });

  test('says that something was left in out/ when it was to look, and gives it out within the limits', async () => {
    const sandbox = await make();
    const plain = await tellAll(sandbox.start(step(programs.deaf, { filesOut: true })));
    expect(plain.exit.filesOut).toBe(false);
    expect((await tellAll(sandbox.start(step(programs.leaving)))).exit.filesOut).toBe(false);
    expect((await tellAll(sandbox.start(step(programs.leaving, { filesOut: true })))).exit.filesOut).toBe(
      true,
    );
    const all = await sandbox.collect({ folder: 'out', maxBytes: 3, maxFiles: 2 });
    expect(all.files.map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['out/b', 'b'],
      ['out/deep/a', 'aa'],
    ]);
    expect(all.leftOut).toEqual([]);
    const fewer = await sandbox.collect({ folder: 'out', maxBytes: 2, maxFiles: 2 });
    expect(fewer).toMatchObject({ files: [{ path: 'out/b' }], leftOut: ['out/deep/a'] });
    expect(await sandbox.collect({ folder: 'nothing', maxBytes: 9, maxFiles: 9 })).toEqual({
      files: [],
      leftOut: [],
    });
  });

  test('is as new after a reset, as often as wanted', async () => {
    const sandbox = await make();
    for (let round = 0; round < 3; round += 1) {
      await sandbox.writeFiles([{ path: 'folder/file', content: Buffer.from('mine') }]);
      await tellAll(sandbox.start(step(programs.leaving)));
      await sandbox.reset();
      const everything = { folder: '.', maxBytes: MiB, maxFiles: 9 };
      expect(await sandbox.collect(everything)).toEqual({ files: [], leftOut: [] });
    }
    expect((await tellAll(sandbox.start(step(programs.failing)))).exit.exitCode).toBe(3);
  });

  test('neither collects nor resets while a step runs', async () => {
    const sandbox = await make();
    const running = sandbox.start(step(programs.endless));
    const events = await begun(running);
    const everything = { folder: '.', maxBytes: 1, maxFiles: 1 };
    await expect(sandbox.collect(everything)).rejects.toThrow('One step at a time');
    await expect(sandbox.reset()).rejects.toThrow('One step at a time');
    running.kill();
    expect(await lastOf(events)).toMatchObject({ exit: { killedBy: 'host' } });
  });

  test('a signal ends a program that does not handle it, and nobody killed it', async () => {
    const running = (await make()).start(step(programs.endless));
    const events = await begun(running);
    const [urgent, interrupt] = [23, 2];
    running.signal(urgent);
    running.signal(interrupt);
    const exit = { exitCode: null, signal: interrupt, killedBy: null };
    expect(await lastOf(events)).toMatchObject({ type: 'exit', exit });
    running.signal(interrupt);
  });

  test('a step in a terminal sees its size, and each new one', async () => {
    const running = (await make()).start(step(programs.sizing, { terminal: { rows: 24, columns: 80 } }));
    const events = running.events[Symbol.asyncIterator]();
    let shown = '';
    const until = async (text: string) => {
      while (!shown.includes(text)) {
        const { value } = await events.next();
        if (value?.type === 'output') shown += `${value.stream}: ${Buffer.from(value.data)}`;
      }
    };
    await until('24 80');
    running.resize({ rows: 50, columns: 132 });
    await running.write(Buffer.from('again\n'));
    await until('50 132');
    expect(shown).not.toContain('stderr');
    running.kill();
    expect(await lastOf(events)).toMatchObject({ exit: { killedBy: 'host' } });
    running.resize({ rows: 1, columns: 1 });
  });

  test('lets one step after the make, and one after each reset, go on in what it booted', async () => {
    const ahead = step(programs.booting);
    const sandbox = await make(bench.backend, { ...bench.spec, boot: ahead });
    const greet = async (limits: Partial<SandboxStep>) => {
      await sandbox.writeFiles([{ path: 'greeting', content: Buffer.from('hello') }]);
      const { stdout, exit } = await tellAll(sandbox.start({ ...ahead, ...limits }));
      return [stdout.toString(), exit.exitCode, exit.booted];
    };
    expect(await greet({ booted: true })).toEqual(['hello', 0, true]);
    expect(await greet({ booted: true })).toEqual(['hello', 0, false]);
    await sandbox.reset();
    expect(await greet({ booted: true })).toEqual(['hello', 0, true]);
    for (const plain of [
      {},
      { booted: true, openFiles: 32 },
      { booted: true, terminal: { rows: 2, columns: 2 } },
    ]) {
      await sandbox.reset();
      expect(await greet(plain)).toEqual(['hello', 0, false]);
    }
  });

  test('boots nothing for a step that has no use for it, and ends what waits in vain when it is told so', async () => {
    const ahead = step(programs.booting);
    const sandbox = await make(bench.backend, { ...bench.spec, boot: ahead });
    const greet = async () => {
      await sandbox.writeFiles([{ path: 'greeting', content: Buffer.from('hello') }]);
      const { stdout, exit } = await tellAll(sandbox.start({ ...ahead, booted: true }));
      return [stdout.toString(), exit.exitCode, exit.booted];
    };
    await sandbox.endBooted();
    await sandbox.endBooted();
    expect(await greet()).toEqual(['hello', 0, false]);
    await sandbox.reset({ booted: false });
    expect(await greet()).toEqual(['hello', 0, false]);
    await sandbox.reset({ booted: true });
    expect(await greet()).toEqual(['hello', 0, true]);
  });

  test('takes another limit of processes between steps', async () => {
    const sandbox = await make();
    await sandbox.setProcesses(16);
    await sandbox.setProcesses(96);
    expect((await tellAll(sandbox.start(step(programs.deaf)))).exit.exitCode).toBe(0);
  });

  test('takes another memory limit between steps', async () => {
    const sandbox = await make();
    await sandbox.setMemory(96 * MiB);
    expect((await tellAll(sandbox.start(step(programs.deaf)))).exit.exitCode).toBe(0);
    await sandbox.setMemory(48 * MiB);
    expect((await tellAll(sandbox.start(step(programs.deaf)))).exit.exitCode).toBe(0);
  });

  test('is gone when disposed, safe twice, and can then do nothing any more', async () => {
    const sandbox = await make();
    await Promise.all([sandbox[Symbol.asyncDispose](), sandbox[Symbol.asyncDispose]()]);
    await sandbox[Symbol.asyncDispose]();
    await sandbox.gone;
    expect(await bench.count()).toBe(0);
    expect(() => sandbox.start(step(programs.deaf))).toThrow(SandboxBroken);
    await expect(sandbox.writeFiles([{ path: 'a', content: Buffer.from('b') }])).rejects.toThrow(
      SandboxBroken,
    );
    await expect(sandbox.setMemory(64 * MiB)).rejects.toThrow(SandboxBroken);
    await expect(sandbox.setProcesses(64)).rejects.toThrow(SandboxBroken);
    await expect(sandbox.reset()).rejects.toThrow(SandboxBroken);
    await expect(sandbox.collect({ folder: '.', maxBytes: 1, maxFiles: 1 })).rejects.toThrow(SandboxBroken);
  });

  test('breaks off a step that runs when its sandbox is disposed', async () => {
    const sandbox = await make();
    const events = await begun(sandbox.start(step(programs.endless)));
    const reading = expect(lastOf(events)).rejects.toThrow(SandboxBroken);
    await sandbox[Symbol.asyncDispose]();
    await reading;
    expect(await bench.count()).toBe(0);
  });

  test('says that a sandbox broke when it was killed from outside during a step', async () => {
    const sandbox = await make();
    const events = await begun(sandbox.start(step(programs.endless)));
    const reading = lastOf(events).catch((error: unknown) => error);
    await bench.murder(sandbox);
    expect(await reading).toBeInstanceOf(SandboxBroken);
    expect(await reading).toMatchObject({ outOfMemory: false });
    await sandbox.gone;
    expect(() => sandbox.start(step(programs.deaf))).toThrow(SandboxBroken);
  });

  test('says that a sandbox is gone when it was killed while it waited', async () => {
    const sandbox = await make();
    await bench.murder(sandbox);
    await sandbox.gone;
  });

  test('makes five at once, each its own', async () => {
    const sandboxes = await Promise.all(Array.from({ length: 5 }, () => make()));
    expect(new Set(sandboxes.map(({ id }) => id)).size).toBe(5);
    const exits = await Promise.all(
      sandboxes.map((sandbox) => tellAll(sandbox.start(step(programs.failing)))),
    );
    expect(exits.map((told) => told.exit.exitCode)).toEqual([3, 3, 3, 3, 3]);
  });

  test('throws SandboxBroken when one cannot be made, and leaves nothing', async () => {
    const hopeless = bench.backend.make({ ...bench.spec, image: 'no-such-image:at-all' });
    await expect(hopeless).rejects.toThrow(SandboxBroken);
    expect(await bench.count()).toBe(0);
  });

  test('sweeps what a dead server of the same folder left, and nothing of its own', async () => {
    const orphans = [await make(), await make()];
    expect(await bench.backend.sweep()).toBe(0);
    const successor = bench.successor();
    const own = await make(successor);
    expect(await successor.sweep()).toBe(2);
    await Promise.all(orphans.map(({ gone }) => gone));
    expect(await bench.count()).toBe(1);
    expect((await tellAll(own.start(step(programs.failing)))).exit.exitCode).toBe(3);
    expect(await successor.sweep()).toBe(0);
  });
});
