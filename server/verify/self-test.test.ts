import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { print, type Script } from '../sandbox/scripted-step.ts';
import { all, endsAs, everyAttemptRefused } from './judgements.ts';
import type { Probe, ProbeReport } from './probe.ts';
import { SelfTest } from './self-test.ts';
import { VerifiedImages } from './verified-images.ts';

const probe: Probe = { name: 'walls', file: 'walls.sh', judge: all(endsAs('ok'), everyAttemptRefused) };
const holding: Script = async function* () {
  yield print('refused: be root\ndone\n');
};
const broken: Script = async function* () {
  yield print('refused: be root\nGOT: a network\ndone\n');
};
// biome-ignore lint/correctness/useYield: it breaks before it prints
const unable: Script = async function* () {
  throw new SandboxBroken('inner text');
};

function selfTest(script: Script, isOverridden = false) {
  const backend = new ScriptedBackend(script);
  const told: ProbeReport[][] = [];
  const test = new SelfTest({
    probes: [probe],
    pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
    settings: readConfig({}),
    isOverridden,
    onDone: (reports) => told.push([...reports]),
  });
  return { test, backend, told };
}

const recipe = {
  id: 'toy',
  source: { kind: 'folder', folder: '.', npm: {} },
  version: { command: ['toy'], pattern: '(.*)', prefix: '' },
  hello: { path: 'hello.toy', text: '', command: 'toy' },
} as const;

function build(selfTest: SelfTest) {
  const details: string[] = [];
  const watch = {
    signal: new AbortController().signal,
    progress: ({ detail }: { detail: string }) => details.push(detail),
  };
  const images = { build: async () => ({ image: 'toy:1', version: '1' }) };
  return { details, built: new VerifiedImages(images, selfTest).build(recipe, watch) };
}

test('an image is handed out once sandboxes made of it were seen to hold', async () => {
  const { test, told } = selfTest(holding);
  expect(test.status()).toEqual({ status: 'pending', probes: 1, failed: [] });
  const { built, details } = build(test);
  expect(await built).toEqual({ image: 'toy:1', version: '1' });
  expect(details).toEqual(['seeing that the sandbox holds']);
  expect(test.status()).toEqual({ status: 'held', probes: 1, failed: [] });
  expect(told).toMatchObject([[{ name: 'walls', held: true }]]);
});

test('where the sandbox does not hold, no language comes to run, and the reason says what to do', async () => {
  const { test } = selfTest(broken);
  await expect(build(test).built).rejects.toThrow(/\(walls\).*verify:sandbox.*ALLOW_UNVERIFIED_SANDBOX/);
  expect(test.status()).toEqual({ status: 'failed', probes: 1, failed: ['walls'] });
});

test('an operator may run programs all the same, and the failure is still told', async () => {
  const { test } = selfTest(broken, true);
  expect(await build(test).built).toMatchObject({ image: 'toy:1' });
  expect(test.status()).toMatchObject({ status: 'failed', failed: ['walls'] });
});

test('a sandbox that breaks has not been seen to hold', async () => {
  const { test, told } = selfTest(unable);
  await expect(build(test).built).rejects.toThrow('walls');
  expect(told.flat()).toMatchObject([{ held: false }]);
  expect(JSON.stringify(told)).not.toContain('inner text');
});

test('many languages are one self-test', async () => {
  const { test, backend, told } = selfTest(holding);
  await Promise.all([test.allow('one'), test.allow('two')]);
  await test.allow('three');
  expect(backend.made).toBe(1);
  expect(told).toHaveLength(1);
});

test('a probe that ran out of its time is carried out once more, with more time', async () => {
  const { test, told, backend } = selfTest(async function* ({ step }) {
    yield print(step.wallMs > 10_000 ? 'refused: be root\ndone\n' : 'refused: be root\n');
  });
  await build(test).built;
  expect(told).toMatchObject([[{ name: 'walls', held: true }]]);
  expect(backend.made).toBe(2);
});
