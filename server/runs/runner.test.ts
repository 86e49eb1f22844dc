import { expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { exit, print, type Script } from '../sandbox/scripted-step.ts';
import { CompileCache } from './compile-cache.ts';
import { compileRanges, runRanges } from './limits.ts';
import type { PlannableLanguage } from './plan.ts';
import { RunQueue } from './queue.ts';
import type { AcceptedRun, RunObserver, StepEnd } from './run.ts';
import { Runner, type RunnerParts } from './runner.ts';
import { stdinOf } from './stdin.ts';
import { Stop } from './stop.ts';

const settings = readConfig({});
const interpreted: PlannableLanguage = {
  id: 'toy',
  version: '1',
  image: 'toy@1',
  source: 'main.toy',
  extensions: ['.toy'],
  run: ['toy', '{entry}'],
  env: {},
  ranges: { run: runRanges(settings, {}) },
};
const compiled: PlannableLanguage = {
  ...interpreted,
  compile: ['toyc', '{entry}'],
  ranges: { run: runRanges(settings, {}), compile: compileRanges(settings, {}) },
};

interface Stage {
  readonly backend: ScriptedBackend;
  readonly queue: RunQueue;
  readonly parts: RunnerParts;
  readonly runner: Runner;
  readonly failures: unknown[];
}

function stage(script: Script, language = interpreted, width = 1): Stage {
  const backend = new ScriptedBackend(script);
  const queue = new RunQueue({ width, capacity: 8 });
  const failures: unknown[] = [];
  const parts: RunnerParts = {
    languages: { ready: () => language },
    queue,
    pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
    observers: [{ accepted: () => {}, saw: () => {}, failed: (_, error) => failures.push(error) }],
  };
  return { backend, queue, parts, runner: new Runner(parts), failures };
}

interface Asked {
  readonly request?: object;
  readonly stop?: Stop;
  readonly stdin?: ReturnType<typeof stdinOf>;
}

function start(
  runner: Runner,
  { request = {}, stop = new Stop(), stdin = stdinOf('', false) }: Asked = {},
): AcceptedRun {
  return runner.start(RunRequest.parse({ language: 'toy', code: 'x', ...request }), {
    stdin,
    stop,
    client: 'ann',
  });
}

async function all(run: AcceptedRun): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of run.events) events.push(event);
  expect(events.filter((event) => event.type === 'finished')).toHaveLength(1);
  expect(events.at(-1)?.type).toBe('finished');
  return events;
}

function outcomeOf(events: readonly RunEvent[]) {
  const last = events.at(-1);
  return last?.type === 'finished' ? last.outcome : undefined;
}

test('a run tells its start, its phase, its output and its end', async () => {
  const { runner, backend } = stage(async function* () {
    yield print('hello\n');
    yield print('oops\n', 'stderr');
    yield exit({ wallMs: 7, cpuMs: 3, memoryBytes: 99 });
  });
  const events = await all(start(runner));
  expect(events).toMatchObject([
    { type: 'started', language: 'toy', version: '1', image: 'toy@1', warm: false },
    { type: 'phase', phase: 'run' },
    { type: 'output', stream: 'stdout', data: 'hello\n' },
    { type: 'output', stream: 'stderr', data: 'oops\n' },
    { type: 'finished', outcome: { kind: 'ok' }, wallMs: 7, cpuMs: 3, memoryBytes: 99, facts: [] },
  ]);
  expect(backend.sandboxes).toEqual([]);
});

test.each([
  ['a nonzero exit', exit({ exitCode: 3 }), { kind: 'exit_nonzero', exitCode: 3 }],
  ['a signal', exit({ exitCode: null, signal: 11 }), { kind: 'signal', signal: 'SIGSEGV', number: 11 }],
  [
    'the wall limit',
    exit({ killedBy: 'wall', wallMs: 10_004 }),
    { kind: 'time_limit', limitMs: 10_000, measuredMs: 10_004 },
  ],
  [
    'the CPU limit',
    exit({ killedBy: 'cpu', cpuMs: 10_001 }),
    { kind: 'cpu_limit', limitMs: 10_000, measuredMs: 10_001 },
  ],
  [
    'the memory limit',
    exit({ killedBy: 'memory', memoryBytes: 5 }),
    { kind: 'memory_limit', limitBytes: 128 << 20, measuredBytes: 5 },
  ],
  [
    'a refused process',
    exit({ exitCode: 1, processRefusals: 4 }),
    { kind: 'process_limit', limit: 64, refusals: 4 },
  ],
  [
    'a full folder',
    exit({ exitCode: 1, diskFull: true, fullFolder: { path: '/tmp', bytes: 32 << 20, files: undefined } }),
    { kind: 'disk_limit', folder: '/tmp', limitBytes: 32 << 20, limitFiles: undefined },
  ],
  [
    'a folder full of files',
    exit({ exitCode: 1, diskFull: true, fullFolder: { path: '/work', bytes: 64 << 20, files: 16_384 } }),
    { kind: 'disk_limit', folder: '/work', limitBytes: 64 << 20, limitFiles: 16_384 },
  ],
  [
    'a file that could grow no further',
    exit({ exitCode: 1, fileFull: true }),
    { kind: 'disk_limit', limitBytes: 64 << 20, exitCode: 1 },
  ],
  [
    'a file at its limit',
    exit({ exitCode: null, signal: 25 }),
    { kind: 'disk_limit', limitBytes: 64 << 20, exitCode: null },
  ],
])('%s is told by its own name', async (_, event, outcome) => {
  const { runner } = stage(async function* () {
    yield event;
  });
  expect(outcomeOf(await all(start(runner)))).toMatchObject(outcome);
});

test('a limit that the program handled itself is a fact beside its outcome', async () => {
  const { runner } = stage(async function* () {
    yield exit({ processRefusals: 1, diskFull: true });
  });
  expect((await all(start(runner))).at(-1)).toMatchObject({
    outcome: { kind: 'ok' },
    facts: ['process_limit', 'disk_limit'],
  });
});

test('what does not compile is not run', async () => {
  const { runner, backend } = stage(async function* ({ step }) {
    expect(step.argv[0]).toBe('toyc');
    yield print('main.toy:1: error\n', 'stderr');
    yield exit({ exitCode: 1 });
  }, compiled);
  const events = await all(start(runner));
  expect(outcomeOf(events)).toEqual({ kind: 'compile_error', exitCode: 1 });
  expect(events.filter((event) => event.type === 'phase')).toEqual([{ type: 'phase', phase: 'compile' }]);
  expect(backend.sandboxes).toEqual([]);
});

test.each([
  ['processes', exit({ exitCode: 1, processRefusals: 2 }), { kind: 'process_limit', limit: 64 }],
  ['room', exit({ exitCode: 1, diskFull: true }), { kind: 'disk_limit' }],
])('a compiler that failed for want of %s is told so by the limit’s own name', async (_, event, outcome) => {
  const { runner } = stage(async function* () {
    yield print('fork: Resource temporarily unavailable\n', 'stderr');
    yield event;
  }, compiled);
  const events = await all(start(runner));
  expect(events.at(-1)).toMatchObject({ outcome, phase: 'compile' });
  expect(events).toContainEqual(expect.objectContaining({ type: 'output', stream: 'stderr' }));
});

test('what compiles is run in the same sandbox with the memory of a run', async () => {
  const memory: number[] = [];
  const { runner, backend } = stage(async function* ({ memoryBytes }) {
    memory.push(memoryBytes);
    yield exit();
  }, compiled);
  expect(outcomeOf(await all(start(runner)))?.kind).toBe('ok');
  expect(memory).toEqual([settings.COMPILE_MEMORY_BYTES, settings.RUN_MEMORY_BYTES]);
  expect(backend.made).toBe(1);
});

test('a compiler that exceeds its time says so, and in which phase', async () => {
  const { runner } = stage(async function* () {
    yield exit({ killedBy: 'wall', wallMs: 60_001 });
  }, compiled);
  expect((await all(start(runner))).at(-1)).toMatchObject({
    phase: 'compile',
    outcome: { kind: 'time_limit' },
  });
});

test('beyond the output limit the program is stopped, and exactly what was kept and printed is said', async () => {
  const { runner, backend } = stage(async function* ({ over }) {
    while (!over.aborted) {
      yield print('x'.repeat(1000));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  const events = await all(start(runner, { request: { limits: { outputBytes: 2500 } } }));
  const kept = events.flatMap((event) => (event.type === 'output' ? [event.data] : [])).join('');
  expect(kept).toHaveLength(2500);
  expect(outcomeOf(events)).toMatchObject({ kind: 'output_limit', limitBytes: 2500, keptBytes: 2500 });
  expect(backend.sandboxes).toEqual([]);
});

test('a program that printed too much and ended before it could be stopped is still over its output limit', async () => {
  const { runner } = stage(async function* () {
    yield print('x'.repeat(5000));
    yield exit();
  });
  expect(outcomeOf(await all(start(runner, { request: { limits: { outputBytes: 2500 } } })))).toEqual({
    kind: 'output_limit',
    limitBytes: 2500,
    keptBytes: 2500,
    printedBytes: 5000,
  });
});

test('the first reason to stop is the one reported', async () => {
  const stop = new Stop();
  const { runner } = stage(async function* ({ over }) {
    yield print('ready');
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  });
  const run = start(runner, { stop });
  const kinds: string[] = [];
  for await (const event of run.events) {
    kinds.push(event.type === 'finished' ? event.outcome.kind : event.type);
    if (event.type === 'output') {
      stop.because('stopped');
      stop.because('client_gone');
    }
  }
  expect(kinds.at(-1)).toBe('stopped');
});

test('a run stopped while it waits leaves the line and never takes a sandbox', async () => {
  const { runner, queue, backend } = stage(async function* () {
    yield exit();
  });
  const holder = queue.enter('bob');
  const stop = new Stop();
  const run = start(runner, { stop });
  expect((await run.events.next()).value).toEqual({ type: 'queued', position: 1 });
  stop.because('client_gone');
  expect((await run.events.next()).value).toMatchObject({
    type: 'finished',
    outcome: { kind: 'client_gone' },
  });
  expect((await run.events.next()).done).toBe(true);
  expect(queue.status().waiting).toBe(0);
  expect(backend.made).toBe(0);
  holder[Symbol.dispose]();
});

test('a turn is given back however the run ends', async () => {
  const { runner, queue, backend } = stage(async function* () {
    yield exit();
  });
  backend.beforeMake = () => {
    throw new Error('no engine');
  };
  await all(start(runner));
  expect(queue.status()).toMatchObject({ running: 0, waiting: 0 });
});

test('a sandbox that breaks before anything was printed is replaced once, unseen by the client', async () => {
  let attempts = 0;
  const { runner, failures } = stage(async function* ({ stdin }) {
    attempts += 1;
    let typed = '';
    for await (const chunk of stdin) typed += chunk;
    if (attempts === 1) throw new SandboxBroken('gone');
    yield print(typed);
  });
  const events = await all(start(runner, { stdin: stdinOf('typed once', false) }));
  expect(events.filter((event) => event.type === 'started')).toHaveLength(1);
  expect(events).toContainEqual(expect.objectContaining({ type: 'output', data: 'typed once' }));
  expect(outcomeOf(events)?.kind).toBe('ok');
  expect(failures).toHaveLength(1);
});

test.each(['toyc', 'toy'])(
  'of a sandbox that breaks in %s and is replaced the client sees one run, phase by phase',
  async (broken) => {
    let isBroken = false;
    const { runner, failures } = stage(async function* ({ step }) {
      if (step.argv[0] === broken && !isBroken) {
        isBroken = true;
        throw new SandboxBroken('gone');
      }
      yield exit();
    }, compiled);
    const events = await all(start(runner));
    expect(failures).toHaveLength(1);
    expect(events).toMatchObject([
      { type: 'started' },
      { type: 'phase', phase: 'compile' },
      { type: 'phase', phase: 'run' },
      { type: 'finished', outcome: { kind: 'ok' } },
    ]);
  },
);

test('a sandbox that breaks after output is a platform fault, without its inner text', async () => {
  const { runner, failures } = stage(async function* () {
    yield print('half');
    throw new SandboxBroken('secret inner text');
  });
  const events = await all(start(runner));
  expect(outcomeOf(events)?.kind).toBe('platform_fault');
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(failures).toHaveLength(1);
});

test('a sandbox that the kernel ended for memory is the program’s memory limit, not our fault', async () => {
  const { runner } = stage(async function* () {
    yield* [];
    throw new SandboxBroken('gone', true);
  });
  expect(outcomeOf(await all(start(runner)))?.kind).toBe('memory_limit');
});

test('stdin reaches the program as it is typed, and its end too', async () => {
  const stdin = stdinOf('one\n', true);
  const { runner } = stage(async function* ({ stdin: read }) {
    for await (const chunk of read) yield print(`got ${chunk}`);
    yield print('end');
  });
  const said: string[] = [];
  for await (const event of start(runner, { stdin }).events) {
    if (event.type !== 'output') continue;
    said.push(event.data);
    if (event.data === 'got one\n') stdin.write(Buffer.from('two\n'));
    if (event.data === 'got two\n') stdin.end();
  }
  expect(said).toEqual(['got one\n', 'got two\n', 'end']);
});

test('interrupting ends every run under way, each with its own finished', async () => {
  const { runner } = stage(
    async function* ({ over }) {
      yield print('ready');
      await new Promise((resolve) => over.addEventListener('abort', resolve));
    },
    interpreted,
    3,
  );
  const runs = [start(runner), start(runner), start(runner)];
  const ends = runs.map(async (run) => {
    const events: RunEvent[] = [];
    for await (const event of run.events) {
      events.push(event);
      if (event.type === 'output') runner.interruptAll();
    }
    return outcomeOf(events)?.kind;
  });
  expect(await Promise.all(ends)).toEqual(['interrupted', 'interrupted', 'interrupted']);
});

test('closing the queue interrupts those who wait, and idle waits for those who run', async () => {
  const { runner, queue } = stage(async function* ({ over }) {
    yield print('ready');
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  });
  const [running, waiting] = [start(runner), start(runner)];
  await running.events.next();
  await waiting.events.next();
  queue.close();
  expect(outcomeOf(await all(waiting))?.kind).toBe('interrupted');
  const idle = runner.idle(10_000);
  runner.interruptAll();
  expect(outcomeOf(await all(running))?.kind).toBe('interrupted');
  await idle;
});

test('who watches is told how each step ended, and which was not done again', async () => {
  const steps: StepEnd[] = [];
  const seen: RunObserver = {
    accepted: () => {},
    saw: () => {},
    failed: () => {},
    stepped: (_, end) => steps.push(end),
  };
  const { parts } = stage(async function* ({ step }) {
    yield step.argv[0] === 'toyc' ? exit({ wallMs: 7 }) : exit({ exitCode: 3, wallMs: 5 });
  }, compiled);
  const runner = new Runner({ ...parts, observers: [seen], compiled: new CompileCache(1 << 20) });
  await all(start(runner));
  await all(start(runner));
  const compile = { phase: 'compile', outcome: { kind: 'ok' }, wallMs: 7 };
  const run = { phase: 'run', outcome: { kind: 'exit_nonzero', exitCode: 3 }, wallMs: 5, cached: false };
  expect(steps).toMatchObject([{ ...compile, cached: false }, run, { ...compile, cached: true }, run]);
});

/** A program that leaves these files. */
const leaving = (files: Record<string, string>, end = exit()): Script =>
  async function* leave(program) {
    for (const [path, text] of Object.entries(files))
      program.files.set(path, { path, content: Buffer.from(text) });
    yield end;
  };

test('what a program leaves in out/ comes right before its end, with a media type by its name', async () => {
  const { runner } = stage(leaving({ 'out/a/plot.PNG': 'png', 'out/b': '', kept: 'no', 'out.txt': 'no' }));
  const events = await all(start(runner));
  expect(events.slice(-3)).toMatchObject([
    { type: 'artifact', path: 'out/a/plot.PNG', mediaType: 'image/png', bytes: 3, data: btoa('png') },
    { type: 'artifact', path: 'out/b', mediaType: 'application/octet-stream', bytes: 0, data: '' },
    { type: 'finished' },
  ]);
});

test('files come out of a program that failed too, and what is over the limits is named', async () => {
  const files = Object.fromEntries(Array.from({ length: 66 }, (_, n) => [`out/${100 + n}.txt`, 'x']));
  const { runner } = stage(leaving({ ...files, 'out/000': 'x'.repeat(5_000_001) }, exit({ exitCode: 3 })));
  const events = await all(start(runner));
  expect(events.filter(({ type }) => type === 'artifact')).toHaveLength(64);
  expect(events.at(-2)).toEqual({
    type: 'artifacts_left_out',
    paths: ['out/000', 'out/164.txt', 'out/165.txt'],
  });
  expect(outcomeOf(events)).toEqual({ kind: 'exit_nonzero', exitCode: 3 });
});

test('what a compiler leaves and the program removes does not come out', async () => {
  const { runner } = stage(async function* compile(program) {
    if (program.step.argv[0] === 'toyc')
      program.files.set('out/log', { path: 'out/log', content: Buffer.of() });
    else program.files.delete('out/log');
    yield exit();
  }, compiled);
  const events = await all(start(runner));
  expect(events.some(({ type }) => type.startsWith('artifact'))).toBe(false);
  expect(outcomeOf(events)?.kind).toBe('ok');
});

test('a sandbox that breaks while its files are taken is no fault of the program', async () => {
  const { runner, backend, failures } = stage(async function* breakLater(program) {
    yield print('printed');
    program.files.set('out/x', { path: 'out/x', content: Buffer.of() });
    program.over.addEventListener('abort', () => backend.sandboxes[0]?.break());
  });
  expect(outcomeOf(await all(start(runner)))?.kind).toBe('platform_fault');
  expect(failures).toHaveLength(1);
});

test('a step’s limit of processes is its sandbox’s, the agent beside it', async () => {
  const seen: number[] = [];
  const { runner, backend } = stage(async function* count() {
    seen.push(backend.sandboxes[0]?.processes ?? 0);
    yield exit();
  }, compiled);
  await all(start(runner, { request: { limits: { processes: 7 } } }));
  expect(seen).toEqual([settings.RUN_PROCESSES + 1, 8]);
});
