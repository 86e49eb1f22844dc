import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SandboxStep, StepEvent } from '../sandbox/sandbox.ts';
import { ScriptedSandbox } from '../sandbox/scripted-sandbox.ts';
import { exit, type Script } from '../sandbox/scripted-step.ts';
import { shareByStanding, startInTurn } from './aside.ts';
import type { Place } from './place.ts';
import { RunQueue } from './queue.ts';

const step: SandboxStep = {
  ...{ argv: ['toy'], env: {}, wallMs: 1_000, cpuMs: 1_000 },
  ...{ processes: 1, openFiles: 16, fileBytes: 1024 },
};
const endless: Script = async function* () {
  await new Promise(() => undefined);
  yield exit();
};
let first: Place;
let second: Place;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const queue = new RunQueue({ width: 1, capacity: 4, asideMax: 4, trialMs: 100 });
  first = queue.enter('ann');
  second = queue.enter('bob');
});
afterEach(() => void vi.useRealTimers());

function sandboxFor(script: Script): ScriptedSandbox {
  return new ScriptedSandbox('one', { image: 'toy', memoryBytes: 1, processes: 1 }, script);
}

/** Reads a step to its end; the exit is undefined until then. */
function read(events: AsyncIterable<StepEvent>): { exit?: StepEvent } {
  const seen: { exit?: StepEvent } = {};
  void (async () => {
    for await (const event of events) if (event.type === 'exit') seen.exit = event;
  })();
  return seen;
}

test('a run with a turn has its step started as it is', () => {
  const sandbox = sandboxFor(endless);
  startInTurn(sandbox, step, first);
  expect(sandbox.steps[0]?.step).toBe(step);
});

test('while a run is aside its wall clock stands still, and goes on with its turn', async () => {
  const seen = read(startInTurn(sandboxFor(endless), step, second).events);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(second.standing).toBe('aside');
  expect(seen.exit).toBeUndefined();
  first[Symbol.dispose]();
  await vi.advanceTimersByTimeAsync(899);
  expect(seen.exit).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.exit).toMatchObject({ exit: { killedBy: 'wall' } });
});

test('the time aside is not told as the program’s', async () => {
  const sandbox = sandboxFor(async function* () {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    yield exit({ wallMs: 5_000 });
  });
  const seen = read(startInTurn(sandbox, step, second).events);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.exit).toMatchObject({ exit: { killedBy: null, wallMs: 100 } });
});

test('a run that is stopped while aside was killed by us, and not by the time', async () => {
  const running = startInTurn(sandboxFor(endless), step, second);
  const seen = read(running.events);
  await vi.advanceTimersByTimeAsync(200);
  running.kill();
  first[Symbol.dispose]();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen.exit).toMatchObject({ exit: { killedBy: 'host' } });
});

test('a sandbox has only the CPU that nobody else wants while its run is aside, and its share again at the end', async () => {
  const sandbox = sandboxFor(endless);
  const sharing = shareByStanding(sandbox, second);
  second.begin();
  await vi.advanceTimersByTimeAsync(100);
  expect(sandbox.yields).toBe(true);
  first[Symbol.dispose]();
  await vi.advanceTimersByTimeAsync(0);
  expect(sandbox.yields).toBe(false);
  sharing[Symbol.dispose]();
});
