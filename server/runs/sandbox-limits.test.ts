import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { runRanges, settleLimits } from './limits.ts';
import type { PlannedStep } from './plan.ts';
import { SandboxLimits } from './sandbox-limits.ts';

const MiB = 1024 * 1024;
const ranges = runRanges(readConfig({}), {});

function stepWith(memoryBytes: number, booted: boolean): PlannedStep {
  const limits = settleLimits({ memoryBytes }, ranges, 'limits');
  return { phase: 'run', limits, command: { ...limits, argv: ['toy'], env: {}, booted } };
}

/** A sandbox in which something waits, and its limits. */
async function waiting() {
  const { command } = stepWith(128 * MiB, true);
  const spec = { image: 'toy@1', memoryBytes: 128 * MiB, processes: 65, boot: command };
  const backend = new ScriptedBackend(async function* () {});
  const limits = new SandboxLimits(await backend.make(spec), spec);
  const [sandbox] = backend.sandboxes;
  if (sandbox === undefined) throw new Error('nothing was made');
  return { sandbox, limits };
}

test('what waits for another step is ended before the memory that it holds is taken away', async () => {
  const { sandbox, limits } = await waiting();
  let waitedThen = true;
  const setMemory = sandbox.setMemory.bind(sandbox);
  sandbox.setMemory = (bytes) => {
    waitedThen = sandbox.isBooted;
    return setMemory(bytes);
  };
  await limits.suit(stepWith(64 * MiB, false));
  expect([waitedThen, sandbox.memoryBytes]).toEqual([false, 64 * MiB]);
});

test.each([
  ['a step with less memory that is to become of it', stepWith(64 * MiB, true)],
  ['a step with as much memory', stepWith(128 * MiB, false)],
  ['a step with more memory', stepWith(256 * MiB, false)],
])('what waits is left alone before %s', async (_what, step) => {
  const { sandbox, limits } = await waiting();
  await limits.suit(step);
  expect([sandbox.isBooted, sandbox.memoryBytes]).toEqual([true, step.limits.memoryBytes]);
});
