import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { RunQueue } from '../runs/queue.ts';
import { Runner } from '../runs/runner.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { print, type Script } from '../sandbox/scripted-step.ts';
import { bashOn } from './bash.ts';
import { nothingLeftRunning } from './judgements.ts';
import type { Probe, ProbeReport } from './probe.ts';
import { Prober } from './prober.ts';

const uid = 20_999;
/** Only root may start a process of somebody else. */
const isRoot = process.getuid?.() === 0;
const probe: Probe = { name: 'orphan', file: 'orphan.sh', judge: nothingLeftRunning };

/** A process of the sandbox's user on this machine, as a program would leave one. */
async function stray(): Promise<ChildProcess> {
  const child = spawn('sleep', ['60'], { uid, stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}

function carryOut(script: Script): Promise<ProbeReport> {
  const backend = new ScriptedBackend(script);
  const bash = bashOn('toy:1', readConfig({}));
  const runner = new Runner({
    languages: { ready: () => bash },
    queue: new RunQueue({ width: 1, capacity: 1 }),
    pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
    observers: [],
  });
  return new Prober(runner).carryOut(probe);
}

test.runIf(isRoot)(
  'a process that survives its run is found by its user, whatever its arguments are',
  async () => {
    const child = await stray();
    const report = await carryOut(async function* () {
      yield print(`up ${uid}\n`);
    });
    await end(child);
    expect(report).toMatchObject({ held: false, evidence: '1 host processes left of 1' });
  },
);

test.runIf(isRoot)('a process that was seen and is gone when its run is over has not survived', async () => {
  const child = await stray();
  const report = await carryOut(async function* () {
    yield print(`up ${uid}\n`);
    await end(child);
  });
  expect(report).toMatchObject({ held: true, evidence: '0 host processes left of 1' });
});

test('of a program whose processes were never seen nobody says that none is left', async () => {
  const report = await carryOut(async function* () {
    yield print('up\n');
  });
  expect(report).toMatchObject({ held: false, evidence: 'none of its processes was seen alive' });
});
