import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import type { ScriptedSandbox } from '../sandbox/scripted-sandbox.ts';
import { exit, print, type Script } from '../sandbox/scripted-step.ts';
import { CompileCache } from './compile-cache.ts';
import { compileRanges, runRanges } from './limits.ts';
import type { PlannableLanguage } from './plan.ts';
import { RunQueue } from './queue.ts';
import { ResultCache } from './result-cache.ts';
import { Runner } from './runner.ts';
import { stdinOf } from './stdin.ts';
import { Steering } from './steering.ts';
import { Stop } from './stop.ts';

const MiB = 1024 * 1024;
const settings = readConfig({});
const interpreted: PlannableLanguage = {
  id: 'toy',
  version: '1',
  image: 'toy@1',
  source: 'main.toy',
  extensions: ['.toy'],
  run: ['toy', '{entry}', '{args}'],
  env: {},
  ranges: { run: runRanges(settings, {}) },
};
const compiled: PlannableLanguage = {
  ...interpreted,
  compile: ['toyc', '{sources}'],
  run: ['./program', '{args}'],
  ranges: { run: runRanges(settings, {}), compile: compileRanges(settings, {}) },
};

interface Stage {
  readonly backend: ScriptedBackend;
  readonly queue: RunQueue;
  /** Every sandbox that was handed over, also after its end. */
  readonly sandboxes: ScriptedSandbox[];
  readonly failures: unknown[];
  run(request?: object, stop?: Stop, steering?: Steering): Promise<RunEvent[]>;
}

function stage(script: Script, { language = compiled, maxBytes = 16 * MiB } = {}): Stage {
  const backend = new ScriptedBackend(script);
  const queue = new RunQueue({ width: 2, capacity: 8 });
  const failures: unknown[] = [];
  const sandboxes: ScriptedSandbox[] = [];
  const runner = new Runner({
    languages: { ready: (name) => ({ ...language, image: `${name}@1` }) },
    queue,
    pool: {
      take: async (spec) => {
        const sandbox = await backend.make(spec);
        sandboxes.push(...backend.sandboxes.filter((made) => made === sandbox));
        return { sandbox, warm: false };
      },
    },
    observers: [{ accepted: () => {}, saw: () => {}, failed: (_, error) => failures.push(error) }],
    compiled: new CompileCache(maxBytes),
    results: new ResultCache(maxBytes),
  });
  const run: Stage['run'] = async (asked = {}, stop = new Stop(), steering = new Steering()) => {
    const request = RunRequest.parse({ language: 'toy', code: 'x', ...asked });
    const stdin = stdinOf(request.stdin, request.interactive);
    const events: RunEvent[] = [];
    const control = { stdin, stop, steering, client: 'ann' };
    for await (const event of runner.start(request, control).events) events.push(event);
    expect(events.filter((event) => event.type === 'finished')).toHaveLength(1);
    return events;
  };
  return { backend, queue, sandboxes, failures, run };
}

/** Programs that say how often they ran, and a compiler that leaves the program and says so. */
function counting(): { readonly script: Script; readonly count: Record<'toyc' | 'program', number> } {
  const count = { toyc: 0, program: 0 };
  const script: Script = async function* ({ step, files }) {
    const isCompiler = step.argv[0] === 'toyc';
    count[isCompiler ? 'toyc' : 'program'] += 1;
    if (isCompiler) {
      leave(files, { path: 'program', content: Buffer.from('binary'), executable: true });
      yield print('compiling\n', 'stderr');
    } else yield print(`run ${count.program}\n`);
  };
  return { script, count };
}

/** A script sees the sandbox's own files. */
function leave(
  files: ReadonlyMap<string, unknown>,
  file: { path: string; content: Uint8Array; executable?: boolean },
) {
  (files as Map<string, unknown>).set(file.path, file);
}

const outputs = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'output' ? [event.data] : [])).join('');
const outcome = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'finished' ? [event.outcome.kind] : []))[0];
const isCached = (events: readonly RunEvent[], type: 'started' | 'phase') =>
  events.some((event) => event.type === type && event.cached === true);

describe('a program that was compiled before', () => {
  test('is not compiled again, and all else is as it was', async () => {
    const { script, count } = counting();
    const { run, sandboxes } = stage(script);
    const first = await run();
    const second = await run();
    expect(count).toEqual({ toyc: 1, program: 2 });
    expect([isCached(first, 'phase'), isCached(second, 'phase')]).toEqual([false, true]);
    expect([outputs(first), outputs(second)]).toEqual(['compiling\nrun 1\n', 'compiling\nrun 2\n']);
    expect(sandboxes[1]?.files.get('program')).toMatchObject({
      content: new Uint8Array(Buffer.from('binary')),
      executable: true,
    });
    expect(sandboxes[1]?.memoryBytes).toBe(settings.RUN_MEMORY_BYTES);
  });

  test('runs in a sandbox as the pool made it: no limit is changed on the way', async () => {
    const { run, sandboxes } = stage(counting().script);
    await run();
    await run();
    expect(sandboxes.map(({ changes }) => changes)).toEqual([2, 0]);
  });

  test('where the compiler is booted ahead, the sandbox has its memory, and the program a run’s', async () => {
    const { run, sandboxes } = stage(counting().script, {
      language: { ...compiled, boot: { plainFor: [] } },
    });
    await run();
    await run();
    expect(sandboxes.map(({ spec }) => spec.memoryBytes)).toEqual(
      Array(2).fill(settings.COMPILE_MEMORY_BYTES),
    );
    expect(sandboxes.map(({ memoryBytes }) => memoryBytes)).toEqual(Array(2).fill(settings.RUN_MEMORY_BYTES));
    expect(sandboxes.map(({ steps }) => steps.map(({ step }) => step.booted))).toEqual([
      [true, undefined],
      [undefined],
    ]);
  });

  test('also when the second run has other stdin, arguments, environment and limits', async () => {
    const { script, count } = counting();
    const { run } = stage(script);
    await run();
    await run({
      stdin: 'x',
      args: ['y'],
      env: { Z: '1' },
      limits: { wallMs: 500 },
      outputEncoding: 'base64',
    });
    expect(count.toyc).toBe(1);
  });

  test.each<[string, object]>([
    ['other code', { code: 'y' }],
    ['another file beside it', { files: [{ path: 'a.toy', content: '' }] }],
    ['another path', { entry: 'other.toy' }],
    ['another image', { language: 'toy2' }],
    ['other compile limits', { compileLimits: { wallMs: 5000 } }],
  ])('%s is another program', async (_, request) => {
    const { script, count } = counting();
    const { run } = stage(script);
    await run();
    await run(request);
    expect(count.toyc).toBe(2);
    await run(request);
    expect(count.toyc).toBe(2);
  });

  test('that failed says again what it said, and is not run', async () => {
    let compilers = 0;
    const { run } = stage(async function* () {
      compilers += 1;
      yield print('main.toy:1: no\n', 'stderr');
      yield exit({ exitCode: 1, wallMs: 77 });
    });
    const first = await run();
    const second = await run();
    expect(compilers).toBe(1);
    expect(outcome(second)).toBe('compile_error');
    expect(outputs(second)).toBe(outputs(first));
    expect(second.at(-1)).toEqual(first.at(-1));
    expect(isCached(second, 'phase')).toBe(true);
  });

  test.each([
    ['was killed at a limit', exit({ exitCode: null, signal: 9, killedBy: 'wall' })],
    ['was refused a process', exit({ exitCode: 1, processRefusals: 1 })],
    ['found the disk full', exit({ exitCode: 1, diskFull: true })],
  ])('is compiled again when the compiler %s', async (_, end) => {
    let compilers = 0;
    const { run } = stage(async function* () {
      compilers += 1;
      yield end;
    });
    await run();
    await run();
    expect(compilers).toBe(2);
  });

  test('is compiled again when its sandbox broke, or its user stopped it', async () => {
    let compilers = 0;
    const stop = new Stop();
    const { run } = stage(async function* ({ step, over }) {
      if (step.argv[0] !== 'toyc') return;
      compilers += 1;
      yield print('.');
      if (compilers === 1) throw new SandboxBroken('gone');
      if (compilers > 2) return;
      stop.because('stopped');
      await new Promise((resolve) => over.addEventListener('abort', resolve));
    });
    expect(outcome(await run())).toBe('platform_fault');
    expect(outcome(await run({}, stop))).toBe('stopped');
    expect(outcome(await run())).toBe('ok');
    expect(compilers).toBe(3);
  });

  test('runs what the compiler made also where a file of that name was sent', async () => {
    const { script } = counting();
    const { run, sandboxes } = stage(script);
    const files = [{ path: 'program', content: 'a decoy' }];
    await run({ files });
    await run({ files });
    expect(Buffer.from(sandboxes[1]?.files.get('program')?.content ?? []).toString()).toBe('binary');
  });

  test('is told from one whose files hold the same bytes, cut elsewhere', async () => {
    const { script, count } = counting();
    const { run } = stage(script);
    const files = (one: string, other: string) => [
      { path: 'a', content: one },
      { path: 'b', content: other },
    ];
    await run({ files: files('12', '3') });
    await run({ files: files('1', '23') });
    expect(count.toyc).toBe(2);
  });

  test('is kept as the compiler left it, whatever the program makes of itself', async () => {
    const { run } = stage(async function* ({ step, files }) {
      const isCompiler = step.argv[0] === 'toyc';
      if (!isCompiler) yield print(`${files.get('program')?.content}`);
      leave(files, { path: 'program', content: isCompiler ? new Uint8Array([1]) : new Uint8Array([6, 6]) });
    });
    await run();
    expect(outputs(await run())).toBe('1');
    expect(outputs(await run())).toBe('1');
  });

  test('is compiled again when what it became is too large', async () => {
    let compilers = 0;
    const { run } = stage(
      async function* ({ step, files }) {
        if (step.argv[0] === 'toyc') {
          compilers += 1;
          leave(files, { path: 'program', content: new Uint8Array(MiB) });
        }
        yield exit();
      },
      { maxBytes: 4 * MiB },
    );
    await run();
    expect(outcome(await run())).toBe('ok');
    expect(compilers).toBe(2);
  });

  test('is compiled by each of those who come at the same time, and once after them', async () => {
    const { script, count } = counting();
    const { run } = stage(async function* (program) {
      await pause(10);
      yield* script(program);
    });
    const both = await Promise.all([run(), run()]);
    expect(both.map(outcome)).toEqual(['ok', 'ok']);
    expect(count.toyc).toBe(2);
    await run();
    expect(count.toyc).toBe(2);
  });

  test('is compiled again where nothing is kept, and nothing is collected then', async () => {
    const { script, count } = counting();
    const { run } = stage(script, { maxBytes: 0 });
    await run();
    await run();
    expect(count.toyc).toBe(2);
  });
});

describe('an identical run', () => {
  const cache = { cache: true };

  test('is answered with the events of the one before it, which say so', async () => {
    const { script, count } = counting();
    const { run, backend, queue } = stage(script);
    const first = await run(cache);
    const second = await run(cache);
    expect(count.program).toBe(1);
    expect(backend.made).toBe(1);
    expect(isCached(first, 'started')).toBe(false);
    expect(second).toEqual(
      first.map((event) => (event.type === 'started' ? { ...event, cached: true } : event)),
    );
    expect(queue.status().running).toBe(0);
  });

  test('needs no turn: it is answered while others wait', async () => {
    const { script } = counting();
    const { run, queue } = stage(script);
    await run(cache);
    const places = ['bob', 'bob', 'bob', 'eve', 'eve', 'eve'].map((client) => queue.enter(client));
    expect(isCached(await run(cache), 'started')).toBe(true);
    for (const place of places) place[Symbol.dispose]();
  });

  test('is refused like any other once the doors are closed', async () => {
    const { script } = counting();
    const { run, queue } = stage(script);
    await run(cache);
    queue.close();
    await expect(run(cache)).rejects.toMatchObject({ problem: { code: 'shutting_down' } });
  });

  test('says that it was stopped, if it was', async () => {
    const { script } = counting();
    const { run } = stage(script);
    await run(cache);
    const stop = new Stop();
    stop.because('interrupted');
    expect(outcome(await run(cache, stop))).toBe('interrupted');
  });

  test.each<[string, object]>([
    ['the code', { code: 'y' }],
    ['the files', { files: [{ path: 'data', content: '1' }] }],
    ['the language', { language: 'toy2' }],
    ['stdin', { stdin: 'y' }],
    ['the arguments', { args: ['y'] }],
    ['the environment', { env: { Y: '1' } }],
    ['the limits', { limits: { wallMs: 500 } }],
    ['the compiler’s limits', { compileLimits: { wallMs: 5000 } }],
    ['the encoding', { outputEncoding: 'base64' }],
  ])('differs in %s: then it is another one', async (_, more) => {
    const { script, count } = counting();
    const { run } = stage(script, { language: interpreted });
    await run(cache);
    expect(isCached(await run({ ...cache, ...more }), 'started')).toBe(false);
    expect(count.program).toBe(2);
    expect(isCached(await run({ ...cache, ...more }), 'started')).toBe(true);
  });

  test.each([
    ['that did not ask for it', {}],
    ['into which somebody may type', { cache: true, interactive: true }],
  ])('%s is run', async (_, request) => {
    const { script, count } = counting();
    const { run } = stage(script, { language: interpreted });
    await run({ cache: true });
    await run(request);
    expect(count.program).toBe(2);
  });

  test.each([
    ['ok', exit(), true],
    ['exit_nonzero', exit({ exitCode: 3 }), true],
    ['signal', exit({ exitCode: null, signal: 11 }), true],
    ['time_limit', exit({ exitCode: null, signal: 9, killedBy: 'wall' }), false],
    ['cpu_limit', exit({ exitCode: null, signal: 9, killedBy: 'cpu' }), false],
    ['memory_limit', exit({ exitCode: null, signal: 9, killedBy: 'memory' }), false],
    ['process_limit', exit({ exitCode: 1, processRefusals: 1 }), false],
    ['disk_limit', exit({ exitCode: 1, diskFull: true }), false],
    ['ok', exit({ diskFull: true }), false],
  ])(
    'of one that ended with %s is answered only when that is the program’s own doing',
    async (kind, end, known) => {
      const { run } = stage(
        async function* () {
          yield end;
        },
        { language: interpreted },
      );
      expect(outcome(await run(cache))).toBe(kind);
      expect(isCached(await run(cache), 'started')).toBe(known);
    },
  );

  test.each<[string, (steering: Steering, stop: Stop) => void]>([
    ['sent a signal', (steering) => void steering.signal(constants.signals.SIGTERM)],
    ['sent a signal that did nothing', (steering) => void steering.signal(constants.signals.SIGWINCH)],
    ['gave another size', (steering) => steering.resize({ rows: 9, columns: 9 })],
    ['stopped', (_, stop) => stop.because('stopped')],
  ])('of one that somebody %s is run', async (_, act) => {
    const [steering, stop] = [new Steering(), new Stop()];
    const { run } = stage(
      async function* () {
        yield print('ready');
        act(steering, stop);
        yield exit();
      },
      { language: interpreted },
    );
    await run(cache, stop, steering);
    expect(isCached(await run(cache), 'started')).toBe(false);
  });

  test('of one that was signalled before its program was there is answered: nothing was sent', async () => {
    const steering = new Steering();
    expect(steering.signal(constants.signals.SIGTERM)).toBe(false);
    const { run } = stage(counting().script);
    await run(cache, new Stop(), steering);
    expect(isCached(await run(cache), 'started')).toBe(true);
  });

  test('of one that a platform fault ended is run', async () => {
    const { run, backend } = stage(async function* () {
      yield exit();
    });
    backend.beforeMake = () => {
      throw new Error('no engine');
    };
    expect(outcome(await run(cache))).toBe('platform_fault');
    backend.beforeMake = () => undefined;
    const second = await run(cache);
    expect([outcome(second), isCached(second, 'started')]).toEqual(['ok', false]);
  });

  test('of one that printed too much to be kept is run', async () => {
    const { run } = stage(
      async function* () {
        yield print('x'.repeat(1000));
      },
      { language: interpreted, maxBytes: 4000 },
    );
    await run(cache);
    const second = await run(cache);
    expect([outputs(second).length, isCached(second, 'started')]).toEqual([1000, false]);
  });

  test('at the same time runs as well, and both are answered', async () => {
    const { script, count } = counting();
    const { run } = stage(
      async function* (program) {
        await pause(10);
        yield* script(program);
      },
      { language: interpreted },
    );
    const both = await Promise.all([run(cache), run(cache)]);
    expect(both.map(outcome)).toEqual(['ok', 'ok']);
    expect(count.program).toBe(2);
    expect(isCached(await run(cache), 'started')).toBe(true);
  });

  test('is run where nothing is kept', async () => {
    const { script, count } = counting();
    const { run } = stage(script, { maxBytes: 0 });
    await run(cache);
    await run(cache);
    expect(count.program).toBe(2);
  });
});
