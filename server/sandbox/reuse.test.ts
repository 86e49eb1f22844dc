import { afterEach, describe, expect, test, vi } from 'vitest';
import { WarmPool } from './pool.ts';
import { type RetiredFor, ReusedSandboxes, type ReusedSandboxesParts } from './reuse.ts';
import { type Sandbox, SandboxBroken, type SandboxSpec, type StepEvent } from './sandbox.ts';
import { ScriptedBackend } from './scripted-backend.ts';
import type { ScriptedSandbox } from './scripted-sandbox.ts';
import { exit, print, type Script } from './scripted-step.ts';

const spec: SandboxSpec = { image: 'python', memoryBytes: 64, processes: 8 };
const limits = { env: {}, wallMs: 0, cpuMs: 0, processes: 4, openFiles: 4, fileBytes: 4 };
const never = new AbortController().signal;

/** A program by the name of what becomes of it. */
const script: Script = async function* ({ step, over }) {
  const [what] = step.argv;
  if (what === 'waits') {
    yield print('begun');
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  }
  if (what === 'killed for memory') yield exit({ exitCode: null, signal: 9, killedBy: 'memory' });
  if (what === 'killed for time') yield exit({ exitCode: null, signal: 9, killedBy: 'wall' });
  if (what === 'killed for CPU') yield exit({ exitCode: null, signal: 9, killedBy: 'cpu' });
  if (what === 'crashes') yield exit({ exitCode: null, signal: 11 });
  yield exit();
};

const retired: (readonly [RetiredFor, unknown])[] = [];
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) await close();
  retired.splice(0);
});

function setUp(parts: Partial<ReusedSandboxesParts> = {}) {
  const backend = new ScriptedBackend(script);
  const pool = new WarmPool({ backend, onFault: () => undefined });
  const reuse = new ReusedSandboxes({
    pool,
    among: 'any',
    maxRuns: 100,
    enough: 16,
    onRetired: (why, error) => retired.push([why, error]),
    ...parts,
  });
  closers.push(async () => {
    await reuse.close();
    await pool.close();
  });
  return { backend, pool, reuse };
}

async function play(sandbox: Sandbox, what: string): Promise<StepEvent[]> {
  const events: StepEvent[] = [];
  for await (const event of sandbox.start({ ...limits, argv: [what] }).events) events.push(event);
  return events;
}

/** One run from its sandbox to its end: which sandbox that was. */
async function run(reuse: ReusedSandboxes, owner = 'me', what = 'ends'): Promise<string> {
  const { sandbox } = await reuse.take(spec, never, owner);
  await play(sandbox, what);
  await sandbox[Symbol.asyncDispose]();
  return sandbox.id;
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

function only({ sandboxes }: ScriptedBackend): ScriptedSandbox {
  const [sandbox] = sandboxes;
  if (!sandbox || sandboxes.length > 1) throw new Error(`There are ${sandboxes.length} sandboxes.`);
  return sandbox;
}

describe('who gets a sandbox that served', () => {
  test('with any, whoever comes next: made as new in between, and told as warm', async () => {
    const { backend, reuse } = setUp();
    const first = await run(reuse, 'me');
    expect(only(backend).resets).toBe(1);
    const { sandbox, warm } = await reuse.take(spec, never, 'another');
    expect([sandbox.id, warm]).toEqual([first, true]);
  });

  test('with owner, only the client that it served', async () => {
    const { reuse } = setUp({ among: 'owner' });
    const mine = await run(reuse, 'me');
    const others = await run(reuse, 'another');
    expect(others).not.toBe(mine);
    expect([await run(reuse, 'me'), await run(reuse, 'another')]).toEqual([mine, others]);
  });

  test('a run that wants another sandbox gets another one, whatever differs', async () => {
    const { reuse } = setUp();
    const { sandbox: served } = await reuse.take(spec, never, 'me');
    await served[Symbol.asyncDispose]();
    const boot = { argv: ['python3'], env: {}, processes: 1, openFiles: 1, fileBytes: 1 };
    const others = [{ image: 'ruby' }, { memoryBytes: 128 }, { processes: 9 }, { boot }];
    for (const other of others) {
      expect((await reuse.take({ ...spec, ...other }, never, 'me')).sandbox.id).not.toBe(served.id);
    }
  });

  test('two runs at once never share one, also while it is being made as new', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    const held = gate();
    only(backend).duringReset = () => held.opened;
    const given = sandbox[Symbol.asyncDispose]();
    expect((await reuse.take(spec, never, 'me')).sandbox.id).not.toBe(sandbox.id);
    held.open();
    await given;
    expect((await reuse.take(spec, never, 'me')).sandbox.id).toBe(sandbox.id);
  });
});

describe('a sandbox serves no more', () => {
  test.each(['killed for memory', 'killed for time', 'killed for CPU'])(
    'when its program was %s',
    async (what) => {
      const { backend, reuse } = setUp();
      const first = await run(reuse, 'me', what);
      expect(backend.sandboxes).toEqual([]);
      expect(await run(reuse)).not.toBe(first);
      expect(retired).toEqual([['unsound', undefined]]);
    },
  );

  test('but does when its program crashed by itself', async () => {
    const { reuse } = setUp();
    expect(await run(reuse, 'me', 'crashes')).toBe(await run(reuse));
  });

  test('when we killed its program', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    const running = sandbox.start({ ...limits, argv: ['waits'] });
    for await (const event of running.events) if (event.type === 'output') running.kill();
    await sandbox[Symbol.asyncDispose]();
    expect([backend.sandboxes, retired]).toEqual([[], [['unsound', undefined]]]);
  });

  test('when it ever gave way to others; what is asked of it afterwards means nobody', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    await sandbox.yieldCpu(true);
    await sandbox.yieldCpu(false);
    await sandbox[Symbol.asyncDispose]();
    await sandbox.yieldCpu(true);
    expect([backend.sandboxes, retired]).toEqual([[], [['unsound', undefined]]]);
  });

  test('when nobody read to its program’s exit', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    for await (const _first of sandbox.start({ ...limits, argv: ['waits'] }).events) break;
    await sandbox[Symbol.asyncDispose]();
    expect([backend.sandboxes, retired]).toEqual([[], [['unsound', undefined]]]);
  });

  test('when something that was asked of it failed, or is still under way', async () => {
    const { backend, reuse } = setUp();
    const failing = await reuse.take(spec, never, 'me');
    only(backend).duringReset = () => Promise.reject(new SandboxBroken('dirt'));
    await expect(failing.sandbox.reset()).rejects.toThrow('dirt');
    await failing.sandbox[Symbol.asyncDispose]();
    const slow = await reuse.take(spec, never, 'me');
    const held = gate();
    only(backend).duringReset = () => held.opened;
    const resetting = slow.sandbox.reset();
    await slow.sandbox[Symbol.asyncDispose]();
    held.open();
    await resetting.catch(() => undefined);
    expect([backend.sandboxes, retired.map(([why]) => why)]).toEqual([[], ['unsound', 'unsound']]);
  });

  test('when it is not proven clean; the run after works all the same', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    const dirt = new SandboxBroken('The sandbox could not be cleaned: a process is left.');
    only(backend).duringReset = () => Promise.reject(dirt);
    await play(sandbox, 'ends');
    await sandbox[Symbol.asyncDispose]();
    expect([backend.sandboxes, retired]).toEqual([[], [['dirty', dirt]]]);
    expect(await run(reuse)).not.toBe(sandbox.id);
  });

  test('after as many runs as it may serve', async () => {
    const { reuse } = setUp({ maxRuns: 3 });
    const served = [await run(reuse), await run(reuse), await run(reuse), await run(reuse)];
    expect(served).toEqual([served[0], served[0], served[0], 'scripted-2']);
    expect(retired).toEqual([['worn', undefined]]);
  });

  test('when it died waiting', async () => {
    const { backend, reuse } = setUp();
    await run(reuse);
    only(backend).break();
    await vi.waitFor(() => expect(retired).toEqual([['died', undefined]]));
    expect(await run(reuse)).toBe('scripted-2');
  });

  test('when nobody came for a minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
    const { backend, reuse } = setUp();
    await run(reuse);
    vi.advanceTimersByTime(59_000);
    expect(backend.sandboxes).toHaveLength(1);
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(() => expect(backend.sandboxes).toEqual([]));
    expect(retired).toEqual([['idle', undefined]]);
  });
});

describe('limits', () => {
  test('that one run changed are as they were before the next', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    await sandbox.setMemory(1);
    await sandbox.setProcesses(2);
    await sandbox[Symbol.asyncDispose]();
    expect(only(backend)).toMatchObject({ memoryBytes: 64, processes: 8 });
    expect(await run(reuse)).toBe(sandbox.id);
  });

  test('that cannot be set back make it useless', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    await sandbox.setMemory(1);
    only(backend).setMemory = () => Promise.reject(new SandboxBroken('busy'));
    await sandbox[Symbol.asyncDispose]();
    expect([backend.sandboxes, retired.map(([why]) => why)]).toEqual([[], ['dirty']]);
  });
});

describe('CPU time that was used', () => {
  test('is rested from: while there are not enough sandboxes, another run gets another one', async () => {
    const { backend, reuse } = setUp();
    const { sandbox } = await reuse.take(spec, never, 'me');
    only(backend).restMs = 60_000;
    await sandbox[Symbol.asyncDispose]();
    expect((await reuse.take(spec, never, 'me')).sandbox.id).not.toBe(sandbox.id);
  });

  test('is waited for once there are enough', async () => {
    const { backend, reuse } = setUp({ enough: 1 });
    const { sandbox } = await reuse.take(spec, never, 'me');
    only(backend).restMs = 100;
    await sandbox[Symbol.asyncDispose]();
    const before = performance.now();
    expect((await reuse.take(spec, never, 'me')).sandbox.id).toBe(sandbox.id);
    expect(performance.now() - before).toBeGreaterThan(90);
  });

  test('keeps nobody who is stopped meanwhile, and the sandbox stays', async () => {
    const { backend, reuse } = setUp({ enough: 1 });
    const { sandbox } = await reuse.take(spec, never, 'me');
    only(backend).restMs = 60_000;
    await sandbox[Symbol.asyncDispose]();
    const stop = new AbortController();
    const taking = reuse.take(spec, stop.signal, 'me');
    stop.abort(new Error('gone'));
    await expect(taking).rejects.toThrow('gone');
    expect([backend.sandboxes.length, retired]).toEqual([1, []]);
  });
});

describe('there are never many', () => {
  test('with enough of them, the one that waits longest makes room for one of another kind', async () => {
    const { backend, reuse } = setUp({ enough: 2, among: 'owner' });
    for (const owner of ['one', 'two', 'three', 'four']) await run(reuse, owner);
    await vi.waitFor(() =>
      expect(backend.sandboxes.map(({ id }) => id)).toEqual(['scripted-3', 'scripted-4']),
    );
  });

  test('closing removes those that wait, those being made as new, and later those in use', async () => {
    const { backend, reuse } = setUp();
    const taken = await Promise.all(['one', 'two', 'three'].map((owner) => reuse.take(spec, never, owner)));
    const [waiting, renewed, used] = taken.map(({ sandbox }) => sandbox);
    await waiting?.[Symbol.asyncDispose]();
    const held = gate();
    const slow = backend.sandboxes.find(({ id }) => id === renewed?.id);
    if (slow) slow.duringReset = () => held.opened;
    const given = renewed?.[Symbol.asyncDispose]();
    const closed = reuse.close();
    held.open();
    await Promise.all([closed, given]);
    expect(backend.sandboxes.map(({ id }) => id)).toEqual([used?.id]);
    await used?.[Symbol.asyncDispose]();
    expect(backend.sandboxes).toEqual([]);
  });
});

test('a run that has given its sandbox back can do nothing with it any more', async () => {
  const { backend, reuse } = setUp();
  const { sandbox } = await reuse.take(spec, never, 'me');
  const steps = sandbox.start({ ...limits, argv: ['ends'] });
  for await (const event of steps.events) expect(event.type).toBe('exit');
  await sandbox[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
  await sandbox.gone;
  const next = await reuse.take(spec, never, 'another');
  expect(next.sandbox.id).toBe(sandbox.id);
  expect(() => sandbox.start({ ...limits, argv: ['ends'] })).toThrow('given back');
  await expect(sandbox.writeFiles([{ path: 'x', content: Buffer.from('x') }])).rejects.toThrow('given back');
  await expect(sandbox.collect({ folder: '.', maxBytes: 1, maxFiles: 1 })).rejects.toThrow('given back');
  await expect(sandbox.setMemory(1)).rejects.toThrow('given back');
  await expect(sandbox.setProcesses(1)).rejects.toThrow('given back');
  await expect(sandbox.reset()).rejects.toThrow('given back');
  expect([only(backend).files.size, only(backend).resets]).toEqual([0, 1]);
});
