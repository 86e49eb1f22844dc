import { expect, test } from 'vitest';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { compileRanges, runRanges } from './limits.ts';
import { defaultSpec, type PlannableLanguage, planRun } from './plan.ts';

const settings = readConfig({});
const python: PlannableLanguage = {
  id: 'python',
  version: '3.13.5',
  image: 'python@1',
  source: 'main.py',
  extensions: ['.py'],
  run: ['python3', '{entry}', '{args}'],
  env: { PYTHONUNBUFFERED: '1' },
  ranges: { run: runRanges(settings, {}) },
};
const cpp: PlannableLanguage = {
  ...python,
  id: 'cpp',
  source: 'main.cpp',
  extensions: ['.cpp', '.cc'],
  compile: ['g++', '-o', '.out', '{sources}'],
  run: ['./.out', '{args}'],
  env: { _STDBUF_O: 'L' },
  ranges: { run: runRanges(settings, {}), compile: compileRanges(settings, {}) },
};

const plan = (request: object, language = python) =>
  planRun(RunRequest.parse({ language: language.id, ...request }), language);

test('code becomes the language’s own source file, and arguments stand where the manifest wants them', () => {
  const planned = plan({ code: 'print(1)', args: ['a b', '--x'] });
  expect(planned.files).toEqual([{ path: 'main.py', content: Buffer.from('print(1)') }]);
  expect(planned.steps.map((step) => step.command.argv)).toEqual([['python3', 'main.py', 'a b', '--x']]);
});

test('an argument is never taken for a placeholder, nor a shell word', () => {
  const planned = plan({ code: '', args: ['{entry}', '{sources}', '$(id)'] });
  expect(planned.steps[0]?.command.argv.slice(2)).toEqual(['{entry}', '{sources}', '$(id)']);
});

test('a compiled language is planned as two steps, with limits and environments of their own', () => {
  const planned = plan({ code: 'int main(){}', env: { NAME: 'x' } }, cpp);
  expect(planned.steps.map((step) => step.phase)).toEqual(['compile', 'run']);
  expect(planned.steps[0]?.command).toMatchObject({
    argv: ['g++', '-o', '.out', 'main.cpp'],
    wallMs: 60_000,
  });
  expect(planned.steps[0]?.command.env).not.toHaveProperty('NAME');
  expect(planned.steps[1]?.command.env).toMatchObject({ NAME: 'x', _STDBUF_O: 'L', HOME: '/tmp' });
  expect(planned.spec.memoryBytes).toBe(settings.RUN_MEMORY_BYTES);
});

test('a terminal is the program’s, not the compiler’s, and a request may name another kind of it', () => {
  const terminal = { rows: 24, columns: 80 };
  const [compile, run] = plan({ code: '', terminal }, cpp).steps;
  expect(compile?.command.terminal).toBeUndefined();
  expect(compile?.command.env).not.toHaveProperty('TERM');
  expect(run?.command).toMatchObject({ terminal, env: { TERM: 'xterm-256color' } });
  expect(run?.command.env).not.toHaveProperty('COLUMNS');
  expect(plan({ code: '', terminal, env: { TERM: 'dumb' } }).steps[0]?.command.env['TERM']).toBe('dumb');
  expect(() => plan({ code: '', terminal: { rows: 0, columns: 80 } })).toThrow();
});

test('all sources of the language are compiled, and nothing else', () => {
  const files = ['main.cpp', 'util/list.cc', 'util/list.h', 'data.txt'].map((path) => ({
    path,
    content: '',
  }));
  expect(plan({ files }, cpp).steps[0]?.command.argv).toEqual([
    'g++',
    '-o',
    '.out',
    'main.cpp',
    'util/list.cc',
  ]);
});

test('without code, the usual source file is the entry, else the first file, else the one that is named', () => {
  const files = ['a.py', 'main.py', 'z.py'].map((path) => ({ path, content: '' }));
  expect(plan({ files }).steps[0]?.command.argv[1]).toBe('main.py');
  expect(plan({ files: files.slice(2) }).steps[0]?.command.argv[1]).toBe('z.py');
  expect(plan({ files, entry: 'a.py' }).steps[0]?.command.argv[1]).toBe('a.py');
});

test.each([
  ['nothing to run', {}, 'code'],
  ['an entry that is no file', { files: [{ path: 'a.py', content: '' }], entry: 'b.py' }, 'entry'],
  ['a file that is a folder too', { code: '', files: [{ path: 'main.py/x', content: '' }] }, 'files'],
  ['a file in the place of code', { code: '', files: [{ path: 'main.py', content: '' }] }, 'files'],
])('%s is refused with its field', (_, request, field) => {
  expect(() => plan(request)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ field }) }),
  );
});

test.each([
  ['', ''],
  ['YWI=', 'ab'],
  ['YWI', 'ab'],
  ['YW\r\nJj\n', 'abc'],
  ['_-8=', '\xff\xef'],
])('base64 is taken as tools write it: %j', (content, text) => {
  const { files } = plan({ files: [{ path: 'a.py', content, encoding: 'base64' }] });
  expect(Buffer.from(files[0]?.content ?? []).toString('latin1')).toBe(text);
});

test('what is asked within the caps is what the step gets', () => {
  const [step] = plan({ code: '', limits: { wallMs: 2500, processes: 7, openFiles: 33 } }).steps;
  expect(step?.command).toMatchObject({ wallMs: 2500, processes: 7, openFiles: 33, cpuMs: 10_000 });
});

test('asking above a cap or below a floor is refused, and the refusal names it', () => {
  expect(() => plan({ code: '', limits: { wallMs: 60_001 } })).toThrow('limits.wallMs must be at most 60000');
  expect(() => plan({ code: '', limits: { memoryBytes: 1 } })).toThrow('limits.memoryBytes must be at least');
  expect(() => plan({ code: '', compileLimits: { wallMs: 199_000 } }, cpp)).toThrow('compileLimits.wallMs');
});

test('a run with default limits takes the sandbox that the pool keeps', () => {
  expect(plan({ code: '' }).spec).toEqual(defaultSpec(python));
  expect(plan({ code: '' }, cpp).spec).toEqual(defaultSpec(cpp));
});

const booting: PlannableLanguage = { ...python, boot: { plainFor: ['PYTHON*', 'TZ'] } };
const goesOn = (request: object, language = booting) =>
  plan({ code: '', ...request }, language).steps.at(-1)?.command.booted;

test('what is booted ahead is the run that asks for nothing of its own, and its sandboxes are other ones', () => {
  const { boot } = defaultSpec(booting);
  const { argv, env, processes, openFiles, fileBytes } = plan({ code: '' }, booting).steps[0]?.command ?? {};
  expect(boot).toEqual({ argv, env, processes, openFiles, fileBytes });
  expect(boot?.argv).toEqual(['python3', 'main.py']);
  expect(plan({ code: '', args: ['a'], entry: 'x.py' }, booting).spec).toEqual(defaultSpec(booting));
  expect(defaultSpec(python).boot).toBeUndefined();
});

const compiling: PlannableLanguage = { ...cpp, boot: { plainFor: [] } };
const compiles = (request: object, language = compiling) =>
  plan({ code: '', ...request }, language).steps.map(({ command }) => command.booted === true);

test('of a compiled language the compiler is booted, as far as its command is the same for all, with its own memory', () => {
  const { boot, memoryBytes } = defaultSpec(compiling);
  const { env, processes, openFiles, fileBytes } = plan({ code: '' }, compiling).steps[0]?.command ?? {};
  expect(boot).toEqual({ argv: ['g++', '-o', '.out'], env, processes, openFiles, fileBytes });
  expect(memoryBytes).toBe(settings.COMPILE_MEMORY_BYTES);
  expect(defaultSpec(cpp)).toMatchObject({ boot: undefined, memoryBytes: settings.RUN_MEMORY_BYTES });
});

test('its compiler goes on in what was booted, whatever its files are and the program is given; the program never does', () => {
  expect(compiles({})).toEqual([true, false]);
  const terminal = { rows: 24, columns: 80 };
  const files = [{ path: 'b.cc', content: '' }];
  expect(compiles({ files, args: ['a'], env: { A: 'b' }, terminal, limits: { openFiles: 32 } })).toEqual([
    true,
    false,
  ]);
  expect(compiles({}, cpp)).toEqual([false, false]);
});

test.each([{ memoryBytes: 256 * 1024 * 1024 }, { openFiles: 32 }, { processes: 8 }, { fileBytes: 4096 }])(
  'a compiler with another limit is started plainly: %o',
  (compileLimits) => {
    expect(compiles({ compileLimits })).toEqual([false, false]);
  },
);

test('what waits with more memory than usual counts as several where such memory is shared out', () => {
  const boot = { plainFor: [], memoryBytes: 40 * 1024 * 1024 };
  expect(defaultSpec({ ...compiling, boot }).boot?.weight).toBe(3);
});

test('where forks are served, the sandbox has room for one process more, and the program as much as ever', () => {
  const forking = { ...booting, boot: { plainFor: ['PYTHON*', 'TZ'], forkServer: true } };
  const { boot, processes, ...spec } = defaultSpec(forking);
  const { boot: plainBoot, processes: fewer, ...plainSpec } = defaultSpec(booting);
  expect(boot).toEqual({ ...plainBoot, forked: true });
  expect([spec, processes]).toEqual([plainSpec, fewer + 1]);
  expect(plan({ code: '' }, forking).steps).toEqual(plan({ code: '' }, booting).steps);
  expect(defaultSpec({ ...forking, boot: { plainFor: [], forkServer: false } }).boot).not.toHaveProperty(
    'forked',
  );
});

test('a run goes on in what was booted whatever its arguments, variables, stdin and other limits are', () => {
  expect(goesOn({})).toBe(true);
  expect(goesOn({ args: ['a', ''], env: { NAME: 'x', TZDIR: 'y' }, stdin: 'z' })).toBe(true);
  expect(goesOn({ limits: { wallMs: 500, cpuMs: 500, memoryBytes: 64 * 1024 * 1024 } })).toBe(true);
  expect(goesOn({ files: [{ path: 'other.py', content: '' }] })).toBe(true);
});

test.each([
  ['another entry', { entry: 'other.py' }],
  ['a terminal', { terminal: { rows: 24, columns: 80 } }],
  ['a variable that the runtime has read by then', { env: { TZ: 'UTC' } }],
  ['one of many such variables', { env: { PYTHONHASHSEED: '0' } }],
  ['another limit of open files', { limits: { openFiles: 32 } }],
  ['another limit of processes', { limits: { processes: 8 } }],
  ['another limit of file sizes', { limits: { fileBytes: 4096 } }],
])('a run with %s is started plainly', (_what, request) => {
  expect(goesOn(request)).toBe(false);
});

test('a variable that is given the value it has anyway makes no difference', () => {
  expect(goesOn({ env: { PYTHONUNBUFFERED: '1' } })).toBe(true);
});

test('a language that boots nothing, or its compiler, starts every run plainly', () => {
  expect(goesOn({}, python)).toBe(false);
  expect(goesOn({}, { ...cpp, boot: { plainFor: [] } })).toBeFalsy();
});

test('a file whose name begins like an option is never taken for one', () => {
  const files = [{ path: '-fplugin=x.cpp', content: '' }];
  expect(plan({ files }, cpp).steps[0]?.command.argv).toEqual(['g++', '-o', '.out', './-fplugin=x.cpp']);
  expect(plan({ files: [{ path: '-c.py', content: '' }] }).steps[0]?.command.argv).toEqual([
    'python3',
    './-c.py',
  ]);
});

test('base64 files arrive as their bytes', () => {
  const planned = plan({ code: '', files: [{ path: 'x.bin', content: '/wAB', encoding: 'base64' }] });
  expect(planned.files[1]?.content).toEqual(Buffer.from([0xff, 0x00, 0x01]));
});
