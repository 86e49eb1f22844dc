import { expect, test } from 'vitest';
import type { TestReport } from '#protocol/judge.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { DiagnosticRule } from '../languages/diagnostic-rule.ts';
import { DiagnosticRules } from '../languages/diagnostic-rules.ts';
import { SandboxBroken } from '../sandbox/sandbox.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { exit, print, type Script } from '../sandbox/scripted-step.ts';
import { compileRanges, runRanges } from './limits.ts';
import type { PlannableLanguage } from './plan.ts';
import { RunQueue } from './queue.ts';
import { Runner } from './runner.ts';
import { stdinOf } from './stdin.ts';
import { Steering } from './steering.ts';
import { Stop } from './stop.ts';

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
  compile: ['toyc', '{entry}'],
  ranges: { run: runRanges(settings, {}), compile: compileRanges(settings, {}) },
};
const checker: PlannableLanguage = {
  ...interpreted,
  id: 'check',
  image: 'check@1',
  run: ['check', '{args}'],
};

function stage(script: Script, language = interpreted) {
  const backend = new ScriptedBackend(script);
  const failures: unknown[] = [];
  const steering = new Steering();
  const runner = new Runner({
    languages: { ready: (name) => (name === 'check' ? checker : language) },
    queue: new RunQueue({ width: 1, capacity: 8 }),
    pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
    observers: [{ accepted: () => {}, saw: () => {}, failed: (_, error) => failures.push(error) }],
  });
  const judge = async (request: object, stop = new Stop(), saw: (event: RunEvent) => void = () => {}) => {
    const control = { stdin: stdinOf('', false), stop, steering, client: 'ann' };
    const asked = RunRequest.parse({ language: 'toy', code: 'x', ...request });
    const events: RunEvent[] = [];
    for await (const event of runner.start(asked, control).events) {
      events.push(event);
      saw(event);
    }
    expect(events.filter(({ type }) => type === 'finished')).toHaveLength(1);
    expect(events.at(-1)?.type).toBe('finished');
    expect(backend.sandboxes).toEqual([]);
    return events;
  };
  return { backend, failures, judge, steering };
}

const reports = (events: readonly RunEvent[]): TestReport[] =>
  events.filter((event) => event.type === 'test');
const verdicts = (events: readonly RunEvent[]) => reports(events).map(({ verdict }) => verdict);
const phases = (events: readonly RunEvent[]) => events.filter((event) => event.type === 'phase');

/** Prints what it is given. */
const echo: Script = async function* ({ stdin }) {
  for await (const chunk of stdin) yield print(`${chunk}`);
};

test('a program is run for each test, and each verdict is told as it comes', async () => {
  const { judge } = stage(echo);
  const events = await judge({
    tests: [
      { name: 'same', stdin: 'a\n', expected: 'a' },
      { name: 'other', stdin: 'b\nx', expected: 'b\ny' },
    ],
  });
  expect(events).toMatchObject([
    { type: 'started' },
    { type: 'phase', phase: 'run', test: 1 },
    { type: 'output', data: 'a\n', test: 1 },
    { type: 'test', index: 1, name: 'same', verdict: 'passed', outcome: { kind: 'ok' }, wallMs: 1 },
    { type: 'phase', phase: 'run', test: 2 },
    { type: 'output', data: 'b\nx', test: 2 },
    {
      type: 'test',
      index: 2,
      verdict: 'wrong_answer',
      difference: { line: 2, column: 1, expected: 'y', actual: 'x' },
    },
    {
      type: 'finished',
      outcome: { kind: 'tests_failed', passed: 1, total: 2 },
      tests: { passed: 1, total: 2 },
      wallMs: 2,
      cpuMs: 2,
    },
  ]);
});

test('when all pass the run is ok', async () => {
  const { judge } = stage(echo);
  const events = await judge({ tests: [{ stdin: 'a', expected: 'a' }, { expected: '' }] });
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'ok' }, tests: { passed: 2, total: 2 } });
});

test('what compiles once is there for every test, and nothing else is', async () => {
  const seen: string[][] = [];
  const { judge, backend } = stage(async function* ({ step, files }) {
    if (step.argv[0] === 'toyc') {
      files.set('program', { path: 'program', content: Buffer.from('built'), executable: true });
      files.set('main.toy.tmp', { path: 'main.toy.tmp', content: Buffer.from('') });
    } else {
      seen.push([...files.keys()].toSorted());
      files.set('left', { path: 'left', content: Buffer.from('behind') });
    }
    yield exit();
  }, compiled);
  const events = await judge({ tests: Array.from({ length: 4 }, () => ({ expected: '' })) });
  expect(verdicts(events)).toEqual(['passed', 'passed', 'passed', 'passed']);
  expect(phases(events).filter(({ phase }) => phase === 'compile')).toHaveLength(1);
  expect(seen).toEqual(Array.from({ length: 4 }, () => ['main.toy', 'main.toy.tmp', 'program']));
  expect(backend.made).toBe(1);
});

test('what does not compile is judged by no test', async () => {
  const { judge } = stage(async function* () {
    yield exit({ exitCode: 1 });
  }, compiled);
  const events = await judge({ tests: [{ expected: '' }] });
  expect(reports(events)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'compile_error' }, tests: { passed: 0, total: 1 } });
});

test('a compiled program that is too large to be put in again is told as such', async () => {
  const { judge } = stage(async function* ({ files }) {
    files.set('program', { path: 'program', content: Buffer.alloc(33 << 20) });
    yield exit();
  }, compiled);
  const events = await judge({ tests: [{ expected: '' }] });
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'disk_limit' }, phase: 'compile' });
});

test('each test has its own arguments, limits and memory', async () => {
  const seen: unknown[] = [];
  const { judge } = stage(async function* ({ step, memoryBytes }) {
    seen.push([step.argv.slice(2), step.wallMs, memoryBytes >> 20]);
    yield exit();
  });
  await judge({
    args: ['of', 'the', 'request'],
    limits: { wallMs: 2000 },
    tests: [
      { args: ['a'], expected: '', limits: { memoryBytes: 64 << 20 } },
      { expected: '', limits: { wallMs: 500 } },
    ],
  });
  expect(seen).toEqual([
    [['a'], 2000, 64],
    [[], 500, 128],
  ]);
});

test('what ends one test is its verdict, and the others go on', async () => {
  const ends = [
    exit({ killedBy: 'wall', wallMs: 10_001 }),
    exit({ exitCode: 3 }),
    exit({ killedBy: 'memory' }),
    exit({ exitCode: null, signal: 11 }),
    exit(),
  ];
  const { judge } = stage(async function* () {
    yield ends.shift() ?? exit();
  });
  const events = await judge({ tests: ends.map(() => ({ expected: '' })) });
  expect(verdicts(events)).toEqual(['time_limit', 'exit_nonzero', 'memory_limit', 'signal', 'passed']);
  expect(reports(events)[1]).toMatchObject({ outcome: { kind: 'exit_nonzero', exitCode: 3 } });
});

test('a test that prints too much ends alone', async () => {
  let starts = 0;
  const { judge } = stage(async function* ({ over }) {
    starts += 1;
    while (starts === 1 && !over.aborted) {
      yield print('x'.repeat(1000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield exit();
  });
  const events = await judge({ limits: { outputBytes: 2500 }, tests: [{ expected: '' }, { expected: '' }] });
  expect(verdicts(events)).toEqual(['output_limit', 'passed']);
});

test('on request the first failure is the last test', async () => {
  const { judge } = stage(echo);
  const failing = { stdin: 'a', expected: 'b' };
  const request = { tests: [{ expected: '' }, failing, failing, failing], stopAtFirstFailure: true };
  const events = await judge(request);
  expect(verdicts(events)).toEqual(['passed', 'wrong_answer']);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'tests_failed', passed: 1, total: 4 } });
});

test('a run that is stopped ends there, and says what it knows', async () => {
  const stop = new Stop();
  const { judge } = stage(async function* ({ stdin, over }) {
    for await (const chunk of stdin) yield print(`${chunk}`);
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  });
  const tests = [{ stdin: 'a', expected: 'a' }, { expected: '' }];
  const events = await judge({ tests }, stop, ({ type }) => {
    if (type === 'output') stop.because('stopped');
  });
  expect(verdicts(events)).toEqual(['stopped']);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'stopped' }, tests: { passed: 0, total: 2 } });
});

test('of a hidden test nothing is told but name, verdict, time and memory', async () => {
  const { judge } = stage(async function* ({ stdin }) {
    for await (const chunk of stdin) {
      yield print(`${chunk}`);
      yield print(`${chunk}`, 'stderr');
    }
    yield { type: 'usage', cpuMs: 1, memoryBytes: 77 };
    yield exit({ exitCode: 42 });
  });
  const events = await judge({
    tests: [
      { name: 'n', stdin: 'SECRET', expected: 'SECRET', hidden: true },
      { name: 'r', stdin: 'SECRET', expected: 'SECRET+', hidden: true, comparison: 'regex' },
    ],
  });
  expect(events.map(({ type }) => type)).toEqual(['started', 'phase', 'test', 'phase', 'test', 'finished']);
  expect(Object.keys(reports(events)[0] ?? {}).toSorted()).toEqual(
    ['cpuMs', 'hidden', 'index', 'memoryBytes', 'name', 'type', 'verdict', 'wallMs'].toSorted(),
  );
  expect(JSON.stringify(events)).not.toMatch(/SECRET|42|77/);
});

test('hidden tests are the last: what their sandbox counted is seen by no test that tells of it', async () => {
  const { judge } = stage(echo);
  const test = (hidden: boolean) => ({ expected: '', hidden });
  const events = await judge({ tests: [true, false, true, false].map(test) });
  expect(reports(events).map(({ index }) => index)).toEqual([2, 4, 1, 3]);
});

test('where U+FFFD is expected to the byte, bytes that are no UTF-8 are not it', async () => {
  const { judge } = stage(async function* () {
    yield { type: 'output', stream: 'stdout', data: Buffer.of(0xff) };
    yield exit();
  });
  const events = await judge({ tests: [{ expected: '\ufffd', comparison: 'exact' }] });
  expect(reports(events)[0]).toMatchObject({
    verdict: 'wrong_answer',
    message: expect.stringContaining('UTF-8'),
  });
});

test('a sandbox that breaks in a test is replaced once, and no verdict is told twice', async () => {
  let starts = 0;
  const { judge, backend, failures } = stage(async function* ({ step, files }) {
    if (step.argv[0] === 'toyc') files.set('program', { path: 'program', content: Buffer.from('built') });
    else {
      starts += 1;
      if (starts === 2) throw new SandboxBroken('gone');
      yield print(files.has('program') ? 'built' : 'not there');
    }
  }, compiled);
  const events = await judge({ tests: Array.from({ length: 3 }, () => ({ expected: 'built' })) });
  expect(verdicts(events)).toEqual(['passed', 'passed', 'passed']);
  expect([backend.made, failures.length]).toEqual([2, 1]);
  expect(phases(events)).toHaveLength(4);
});

test('sandboxes that break again and again are our fault, with the verdicts told so far', async () => {
  let starts = 0;
  const { judge } = stage(async function* () {
    starts += 1;
    if (starts > 1) throw new SandboxBroken('secret inner text');
    yield exit();
  });
  const events = await judge({ tests: [{ expected: '' }, { expected: '' }, { expected: '' }] });
  expect(verdicts(events)).toEqual(['passed']);
  expect(starts).toBe(3);
  expect(events.at(-1)).toMatchObject({
    outcome: { kind: 'platform_fault' },
    tests: { passed: 1, total: 3 },
  });
  expect(JSON.stringify(events)).not.toContain('secret');
});

test('a sandbox that breaks after a visible test has printed is not started over', async () => {
  const { judge } = stage(async function* () {
    yield print('half');
    throw new SandboxBroken('gone');
  });
  const events = await judge({ tests: [{ expected: 'half' }] });
  expect(events.filter(({ type }) => type === 'output')).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'platform_fault' } });
});

test('a sandbox that the kernel ended for memory is that test’s memory limit, and the next gets another', async () => {
  let starts = 0;
  const { judge, backend } = stage(async function* () {
    starts += 1;
    if (starts < 3) throw new SandboxBroken('gone', true);
    yield exit();
  });
  const events = await judge({ tests: [{ expected: '' }, { expected: '' }, { expected: '' }] });
  expect(verdicts(events)).toEqual(['memory_limit', 'memory_limit', 'passed']);
  expect(backend.made).toBe(3);
});

test('a pattern without an end is a fault of the test’s, not the program’s', async () => {
  const { judge } = stage(echo);
  const endless = { stdin: `${'a'.repeat(50)}b`, expected: '(a+)+$', comparison: 'regex' };
  const events = await judge({ tests: [endless, { stdin: '42\n', expected: '\\d+', comparison: 'regex' }] });
  expect(verdicts(events)).toEqual(['checker_fault', 'passed']);
});

const withChecker = (code = 'c') => ({ comparison: { kind: 'checker', language: 'check', code } });

/** The program echoes; the checker behaves. */
const checkedBy = (check: Script): Script =>
  async function* (program) {
    yield* program.step.argv[0] === 'check' ? check(program) : echo(program);
  };

test('a checker gets the input, the expected and the actual output, in a sandbox of its own', async () => {
  const { judge, backend } = stage(
    checkedBy(async function* ({ step, files }) {
      expect(step.argv).toEqual(['check', 'input.txt', 'expected.txt', 'actual.txt']);
      const text = (path: string) => Buffer.from(files.get(path)?.content ?? '').toString();
      expect([text('main.toy'), text('input.txt'), text('actual.txt')]).toEqual(['c', 'in', 'in']);
      yield text('expected.txt') === 'wrong' ? print('not\u0007 so\nmore') : exit();
      yield exit({ exitCode: 1 });
    }),
  );
  const events = await judge({
    tests: [
      { stdin: 'in', expected: 'right', ...withChecker() },
      { stdin: 'in', expected: 'wrong', ...withChecker() },
      { stdin: 'in', expected: 'wrong', ...withChecker(), hidden: true },
    ],
  });
  expect(verdicts(events)).toEqual(['passed', 'wrong_answer', 'wrong_answer']);
  expect(reports(events).map(({ message }) => message)).toEqual([undefined, 'not so', undefined]);
  expect(backend.made).toBe(2);
});

test('a client’s signals reach no checker', async () => {
  const reached: boolean[] = [];
  const { judge, steering } = stage(
    checkedBy(async function* () {
      reached.push(steering.signal(15));
      yield exit();
    }),
  );
  expect(verdicts(await judge({ tests: [{ expected: '', ...withChecker() }] }))).toEqual(['passed']);
  expect(reached).toEqual([false]);
});

test.each<[string, Script]>([
  [
    'crashes',
    async function* () {
      yield print('Traceback', 'stderr');
      yield exit({ exitCode: 1 });
    },
  ],
  [
    'is killed',
    async function* () {
      yield exit({ exitCode: null, signal: 11 });
    },
  ],
  [
    'hangs',
    async function* () {
      yield exit({ killedBy: 'wall', wallMs: 10_000 });
    },
  ],
  [
    'ends with another code',
    async function* () {
      yield exit({ exitCode: 2 });
    },
  ],
  [
    'prints without end',
    async function* ({ over }) {
      while (!over.aborted) {
        yield print('x'.repeat(65_536));
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  ],
  [
    'runs its sandbox out of memory',
    async function* () {
      yield* [];
      throw new SandboxBroken('gone', true);
    },
  ],
])('a checker that %s is at fault, and the next test is judged', async (_, behave) => {
  const { judge } = stage(checkedBy(behave));
  const events = await judge({ tests: [{ stdin: 'x', ...withChecker() }, { expected: '' }] });
  expect(verdicts(events)).toEqual(['checker_fault', 'passed']);
  expect(reports(events)[0]?.message).toMatch(/^The checker failed\. /);
});

const garbage = Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 167 + 128) % 256));

test.each([0, 1])('a checker that prints garbage and ends with %i has decided nothing', async (exitCode) => {
  const { judge } = stage(
    checkedBy(async function* () {
      yield { type: 'output', stream: 'stdout', data: garbage };
      yield exit({ exitCode });
    }),
  );
  const events = await judge({
    tests: [
      { stdin: 'x', ...withChecker() },
      { stdin: 'y', expected: 'y' },
    ],
  });
  expect(verdicts(events)).toEqual(['checker_fault', 'passed']);
  expect(reports(events)[0]?.message).toBe('The checker failed. What it printed is not text.');
});

test('of what a checker says the first line is told, and of that 200 characters', async () => {
  const { judge } = stage(
    checkedBy(async function* () {
      yield print(`\u0007${'😀'.repeat(300)}\nmore`);
      yield exit({ exitCode: 1 });
    }),
  );
  const events = await judge({ tests: [{ stdin: 'x', ...withChecker() }] });
  expect(reports(events)[0]).toMatchObject({ verdict: 'wrong_answer', message: '😀'.repeat(200) });
});

test('a checker whose sandbox breaks is started once more', async () => {
  let starts = 0;
  const { judge } = stage(
    checkedBy(async function* () {
      starts += 1;
      yield print('half');
      if (starts === 1) throw new SandboxBroken('gone');
    }),
  );
  expect(verdicts(await judge({ tests: [withChecker()] }))).toEqual(['passed']);
});

test('stopping the run stops its checker, which is then nobody’s fault', async () => {
  const stop = new Stop();
  const { judge } = stage(
    checkedBy(async function* ({ over }) {
      stop.because('client_gone');
      yield* [];
      await new Promise((resolve) => over.addEventListener('abort', resolve));
    }),
  );
  const events = await judge({ tests: [withChecker(), withChecker()] }, stop);
  expect(verdicts(events)).toEqual(['client_gone']);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'client_gone' } });
});

test('different checkers take their turns, with one sandbox at a time', async () => {
  let most = 0;
  const { judge, backend } = stage(
    checkedBy(async function* () {
      most = Math.max(most, backend.sandboxes.length);
      yield exit();
    }),
  );
  const tests = ['a', 'b', 'a', 'a'].map((code) => withChecker(code));
  expect(verdicts(await judge({ tests }))).toEqual(['passed', 'passed', 'passed', 'passed']);
  expect(most).toBe(2);
  expect(backend.made).toBe(4);
});

test('what a limit refused a program is told with its test, of a hidden one to nobody, and once of them all', async () => {
  const { judge } = stage(async function* ({ stdin }) {
    const read = [];
    for await (const chunk of stdin) read.push(`${chunk}`);
    yield print('1');
    yield exit({ processRefusals: read.join('').length, diskFull: read.join('') === 'disk' });
  });
  const events = await judge({
    tests: [
      { stdin: '', expected: '1' },
      { stdin: 'fork', expected: '1' },
      { stdin: 'fork', expected: '1' },
      { stdin: 'disk', expected: '1', hidden: true },
    ],
  });
  expect(reports(events).map(({ facts }) => facts)).toEqual([
    [],
    ['process_limit'],
    ['process_limit'],
    undefined,
  ]);
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'ok' }, facts: ['process_limit'] });
});

const diagnosed: PlannableLanguage = {
  ...interpreted,
  diagnostics: new DiagnosticRules([
    DiagnosticRule.parse({
      phase: 'run',
      stream: 'stderr',
      lines: ['(?<file>[^:]+):(?<line>\\d+): (?<message>.*)'],
    }),
  ]),
};
/** Complains of each line that it is given, and leaves its whole input in `out/`. */
const complain: Script = async function* ({ stdin, files }) {
  let read = '';
  for await (const chunk of stdin) read += chunk;
  for (const line of read.split('\n').filter(Boolean)) yield print(`main.toy:1: ${line}\n`, 'stderr');
  if (read !== '') files.set('out/input', { path: 'out/input', content: Buffer.from(read) });
  yield exit({ exitCode: 1 });
};

test('diagnostics and files of a test are told with its number, right before its verdict, and of a hidden one none', async () => {
  const { judge } = stage(complain, diagnosed);
  const events = await judge({
    tests: [
      { stdin: 'one', expected: '' },
      { stdin: 'SECRET', expected: '', hidden: true },
      { stdin: 'two', expected: '' },
    ],
  });
  const told = events.filter(({ type }) => ['diagnostic', 'artifact', 'test'].includes(type));
  expect(told).toMatchObject([
    { type: 'diagnostic', test: 1, message: 'one', file: 'main.toy', line: 1 },
    { type: 'artifact', test: 1, path: 'out/input', data: btoa('one') },
    { type: 'test', index: 1 },
    { type: 'diagnostic', test: 3, message: 'two' },
    { type: 'artifact', test: 3, data: btoa('two') },
    { type: 'test', index: 3 },
    { type: 'test', index: 2 },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/SECRET|U0VDUkVU/);
});

test('files of all tests together are within what one run may leave, hidden ones not counted', async () => {
  const { judge } = stage(async function* ({ files, step }) {
    const content = Buffer.alloc(Number(step.argv[2]));
    files.set('out/x', { path: 'out/x', content });
    yield exit();
  });
  const sizes = ['3000000', '2000001', '2000000', '0'];
  const visible = sizes.map((size) => ({ args: [size], expected: '' }));
  const events = await judge({ tests: [{ args: ['5000000'], expected: '', hidden: true }, ...visible] });
  const told = events.filter(({ type }) => type.startsWith('artifact'));
  expect(told).toMatchObject([
    { test: 2, bytes: 3_000_000 },
    { type: 'artifacts_left_out', test: 3, paths: ['out/x'] },
    { test: 4, bytes: 2_000_000 },
    { test: 5, bytes: 0 },
  ]);
});

test('a hundred tests name no more files that were left out than one', async () => {
  const { judge } = stage(async function* ({ files }) {
    for (let n = 0; n < 60; n += 1) files.set(`out/${n}`, { path: `out/${n}`, content: Buffer.of(1) });
    yield exit();
  });
  const events = await judge({ tests: Array.from({ length: 4 }, () => ({ expected: '' })) });
  expect(events.filter(({ type }) => type === 'artifact')).toHaveLength(64);
  const named = events.flatMap((event) => (event.type === 'artifacts_left_out' ? [event.paths.length] : []));
  expect(named).toEqual([56, 44]);
});

test('a test that complains without end is told by its first ten diagnostics, the next one anew', async () => {
  const { judge } = stage(complain, diagnosed);
  const stdin = Array.from({ length: 50 }, (_, n) => `line ${n}`).join('\n');
  const events = await judge({
    tests: [
      { stdin, expected: '' },
      { stdin: 'one', expected: '' },
    ],
  });
  const told = events.flatMap((event) => (event.type === 'diagnostic' ? [event.test] : []));
  expect(told).toEqual([...Array(10).fill(1), 2]);
});
