import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PoolFault, WarmPool, type WarmPoolParts } from './pool.ts';
import { SandboxBroken, type SandboxSpec } from './sandbox.ts';
import { ScriptedBackend } from './scripted-backend.ts';

const spec: SandboxSpec = { image: 'python', memoryBytes: 1, processes: 1 };
const other: SandboxSpec = { ...spec, image: 'javascript' };

let backend: ScriptedBackend;
let faults: PoolFault[];
let pool: WarmPool;

beforeEach(() => {
  backend = new ScriptedBackend(async function* nothing() {});
  faults = [];
  pool = makePool();
});
afterEach(() => pool.close());

function makePool(parts: Partial<WarmPoolParts> = {}): WarmPool {
  return new WarmPool({
    backend,
    onFault: (fault) => faults.push(fault),
    busyAt: 8,
    headStartMs: 0,
    ...parts,
  });
}

/** Lets everything happen that waits for nothing but promises. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

/** Holds every make until it is let go, one by one. */
function holdMakes(): { readonly waiting: SandboxSpec[]; letGo(): Promise<void> } {
  const gates: (() => void)[] = [];
  const waiting: SandboxSpec[] = [];
  backend.beforeMake = (asked) => {
    waiting.push(asked);
    return new Promise((resolve) => gates.push(resolve));
  };
  const letGo = async () => {
    waiting.shift();
    gates.shift()?.();
    await settle();
  };
  return { waiting, letGo };
}

test('a kept sandbox is warm, and the next is made while it is used', async () => {
  pool.keep(spec, 1);
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);

  const first = await pool.take(spec);
  expect(first.warm).toBe(true);
  await settle();
  const second = await pool.take(spec);
  expect(second.warm).toBe(true);
  expect(second.sandbox).not.toBe(first.sandbox);
});

test('an equal spec is served from the same shelf, another spec never', async () => {
  pool.keep(spec, 1);
  await settle();
  expect((await pool.take({ ...spec, memoryBytes: 2 })).warm).toBe(false);
  expect((await pool.take({ ...spec, image: 'ruby' })).warm).toBe(false);
  expect((await pool.take({ processes: 1, memoryBytes: 1, image: 'python' })).warm).toBe(true);
});

test('without a warm sandbox one is made, and a fault of that is the taker’s', async () => {
  expect((await pool.take(spec)).warm).toBe(false);
  backend.beforeMake = () => {
    throw new Error('no engine');
  };
  await expect(pool.take(spec)).rejects.toBeInstanceOf(SandboxBroken);
  expect(faults).toEqual([]);
});

test('takers at the same moment never get the same sandbox', async () => {
  pool.keep(spec, 3);
  await settle();
  const taken = await Promise.all(Array.from({ length: 6 }, () => pool.take(spec)));
  expect(new Set(taken.map(({ sandbox }) => sandbox)).size).toBe(6);
  expect(taken.filter(({ warm }) => warm)).toHaveLength(3);
});

test('one sandbox is made at a time, the emptiest shelf first', async () => {
  const makes = holdMakes();
  pool.keep(spec, 2);
  pool.keep(other, 2);
  await settle();
  const order: string[] = [];
  while (makes.waiting.length > 0) {
    expect(makes.waiting).toHaveLength(1);
    order.push(...makes.waiting.map(({ image }) => image));
    await makes.letGo();
  }
  expect(order).toEqual(['python', 'javascript', 'python', 'javascript']);
});

test('a sandbox that died waiting is removed, replaced and never handed over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  pool.keep(spec, 1);
  await settle();
  const [dead] = backend.sandboxes;
  dead?.break();
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 0, target: 1 }]);
  const taken = await pool.take(spec);
  expect(taken).toMatchObject({ warm: false });
  expect(taken.sandbox).not.toBe(dead);

  await vi.advanceTimersByTimeAsync(500);
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
  expect(faults).toMatchObject([{ failures: 1, error: { message: 'A warm sandbox died.' } }]);
  vi.useRealTimers();
});

test('makes that fail are tried again ever more slowly, and told each time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  pool = makePool({ firstRetryMs: 100, maxRetryMs: 450 });
  backend.beforeMake = () => {
    throw new Error('no engine');
  };
  pool.keep(spec, 1);
  await settle();
  for (const ms of [100, 200, 400, 450]) {
    await vi.advanceTimersByTimeAsync(ms - 1);
    await settle();
    const before = faults.length;
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(faults).toHaveLength(before + 1);
  }
  expect(faults.map(({ retryMs }) => retryMs)).toEqual([100, 200, 400, 450, 450]);

  backend.beforeMake = () => undefined;
  await vi.advanceTimersByTimeAsync(450);
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
  vi.useRealTimers();
});

test('a shelf that fails does not keep another one empty', async () => {
  backend.beforeMake = ({ image }) => {
    if (image === 'python') throw new Error('no such image');
  };
  pool.keep(spec, 1);
  pool.keep(other, 1);
  await settle();
  expect(pool.status()).toEqual([
    { spec, warm: 0, target: 1 },
    { spec: other, warm: 1, target: 1 },
  ]);
});

test('an observer that throws does not end the refilling', async () => {
  pool = makePool({
    onFault: () => {
      throw new Error('the log is full');
    },
  });
  backend.beforeMake = ({ image }) => {
    if (image === 'python') throw new Error('no such image');
  };
  pool.keep(spec, 1);
  await settle();
  pool.keep(other, 1);
  await settle();
  expect(pool.status()).toContainEqual({ spec: other, warm: 1, target: 1 });
});

test('refilling gives way while more sandboxes are in use than the machine has cores', async () => {
  pool = makePool({ busyAt: 1, giveWayMs: 3_600_000 });
  const first = await pool.take(spec);
  const second = await pool.take(spec);
  pool.keep(spec, 2);
  await settle();
  // Not with the first one: whoever found nothing warm would make it all the same.
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 2 }]);
  await first.sandbox[Symbol.asyncDispose]();
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 2, target: 2 }]);
  await second.sandbox[Symbol.asyncDispose]();
});

test('a make lets a short run end first', async () => {
  pool = makePool({ headStartMs: 3_600_000 });
  const { sandbox } = await pool.take(spec);
  pool.keep(spec, 1);
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 0, target: 1 }]);
  await sandbox[Symbol.asyncDispose]();
  await settle();
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
});

test.each(['headStartMs', 'giveWayMs'])(
  'no run keeps the shelves empty for longer than %s',
  async (patience) => {
    pool = makePool({
      headStartMs: 3_600_000,
      giveWayMs: 3_600_000,
      busyAt: patience === 'headStartMs' ? 1 : 0,
      [patience]: 5,
    });
    await pool.take(spec);
    const made = new Promise<void>((resolve) => {
      backend.beforeMake = () => resolve();
    });
    pool.keep(spec, 1);
    await made;
    await settle();
    expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
  },
);

test('what still boots is not counted as warm, and is taken only when nothing is up', async () => {
  pool.keep(spec, 2);
  await settle();
  const [first, second] = backend.sandboxes;
  if (first) first.isUp = false;
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 2 }]);
  expect((await pool.take(spec)).sandbox.id).toBe(second?.id);
  expect((await pool.take(spec)).sandbox.id).toBe(first?.id);
});

test('keeping fewer disposes the surplus, dropping disposes all', async () => {
  pool.keep(spec, 3);
  await settle();
  pool.keep(spec, 1);
  await settle();
  expect(backend.sandboxes).toHaveLength(1);
  pool.drop(spec);
  await settle();
  expect(backend.sandboxes).toHaveLength(0);
  expect(pool.status()).toEqual([]);
});

test('a sandbox whose shelf was dropped while it was made is disposed', async () => {
  const makes = holdMakes();
  pool.keep(spec, 1);
  await settle();
  pool.drop(spec);
  await makes.letGo();
  expect(backend.made).toBe(1);
  expect(backend.sandboxes).toEqual([]);
});

test('a taker who leaves while waiting goes at once, and the sandbox is kept for the next', async () => {
  const makes = holdMakes();
  const stop = new AbortController();
  const taking = pool.take(spec, stop.signal);
  await settle();
  stop.abort(new Error('the client left'));
  await expect(taking).rejects.toThrow('the client left');
  pool.keep(spec, 1);
  await makes.letGo();
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
  await makes.letGo();
  expect(backend.sandboxes).toHaveLength(1);
});

test('a taker who left has no sandbox made and no warm one spent', async () => {
  pool.keep(spec, 1);
  await settle();
  await expect(pool.take(spec, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(pool.status()).toEqual([{ spec, warm: 1, target: 1 }]);
  expect(backend.made).toBe(1);
});

test('a taker who leaves with no shelf for the sandbox has it disposed', async () => {
  const makes = holdMakes();
  const stop = new AbortController();
  const taking = pool.take(spec, stop.signal);
  stop.abort(new Error('the client left'));
  await expect(taking).rejects.toThrow('the client left');
  await makes.letGo();
  expect(backend.sandboxes).toEqual([]);
});

test('closing disposes the warm ones and those being made, and then nothing can be taken', async () => {
  pool.keep(spec, 2);
  await settle();
  pool.keep(spec, 3);
  const makes = holdMakes();
  pool.keep(other, 1);
  const refused = expect(pool.take(other)).rejects.toThrow('The pool was closed.');
  await settle();
  const closing = pool.close();
  while (makes.waiting.length > 0) await makes.letGo();
  await closing;
  await refused;
  await expect(pool.take(spec)).rejects.toThrow('The pool is closed.');
  expect(backend.sandboxes).toEqual([]);
  pool.keep(spec, 1);
  await settle();
  expect(backend.sandboxes).toEqual([]);
});

test('closing twice, and closing an empty pool, is fine', async () => {
  await pool.close();
  await pool.close();
});
