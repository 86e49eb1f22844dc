import { expect, test } from 'vitest';
import type { ExecuteAnswer, ExecuteRequest } from '#protocol/execute.ts';
import type { Diagnostic } from '#protocol/run-event.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { type Finding, type MatrixDoor, readMatrix, walkMatrix } from './matrix.ts';
import { type Check, checks, markedLine, type Observed } from './matrix-checks.ts';

const catalog = await readCatalog(import.meta.dirname, ['python', 'c']);
const [python, c] = catalog.all();
if (python === undefined || c === undefined) throw new Error('the core is not there');

function observed(answer: Partial<ExecuteAnswer>, arrivals: Observed['arrivals'] = []): Observed {
  const ok = { outcome: 'ok', exit_code: 0, stdout: '', stderr: '', diagnostics: [], compile: null };
  return { answer: { ...ok, ...answer } as unknown as ExecuteAnswer, arrivals };
}

const source = 'one\ntwo # HERE\n';
const told = (line: number, more: Partial<Diagnostic> = {}) => ({
  diagnostics: [
    { phase: 'run' as const, file: 'main.py', line, severity: 'error' as const, message: 'no', ...more },
  ],
});
const judge = (check: Check, seen: Observed, language = python) => check.judge(seen, { language, source });

test('the line that is marked is found', () => {
  expect([markedLine(source), markedLine('none')]).toEqual([2, 0]);
});

const good: [keyof typeof checks, Observed][] = [
  ['exit', observed({ outcome: 'exit_nonzero', exit_code: 3, stdout: 'leaving\n' })],
  ['uncaught', observed({ outcome: 'exit_nonzero', exit_code: 1, stdout: 'before\n', ...told(2) })],
  ['uncaught', observed({ outcome: 'signal', stdout: 'before\n', ...told(2) })],
  ['mistake', observed({ outcome: 'exit_nonzero', ...told(2) })],
  ['column', observed({ outcome: 'exit_nonzero', ...told(2, { column: 4 }) })],
  ['output', observed({ stdout: `${'x'.repeat(63)}\n`.repeat(16_384) })],
  ['loop', observed({ outcome: 'cpu_limit', stdout: 'begun\n' })],
  ['memory', observed({ outcome: 'memory_limit' })],
  [
    'stream',
    observed({ stdout: 'first\nsecond\n' }, [
      { text: 'first\n', atMs: 10 },
      { text: 'second\n', atMs: 510 },
    ]),
  ],
];

test.each(good)('%s is seen to hold', (name, seen) => {
  expect(judge(checks[name], seen)).toBeUndefined();
});

const bad: [keyof typeof checks, Observed, string][] = [
  ['echo', observed({ stdout: 'first line\n' }), 'stdout is'],
  ['exit', observed({ outcome: 'ok', stdout: 'leaving\n' }), 'outcome is "ok"'],
  ['exit', observed({ outcome: 'exit_nonzero', exit_code: 1, stdout: 'leaving\n' }), 'exit code is 1'],
  ['uncaught', observed({ outcome: 'exit_nonzero', stdout: 'before\n', ...told(1) }), 'line 1 instead of 2'],
  [
    'uncaught',
    observed({ outcome: 'exit_nonzero', stdout: 'before\n', ...told(2, { severity: 'note' }) }),
    'no line',
  ],
  ['mistake', observed({ outcome: 'exit_nonzero' }), 'told of no line instead of 2'],
  ['column', observed({ outcome: 'exit_nonzero', ...told(2) }), 'no column'],
  ['loop', observed({ outcome: 'time_limit', stdout: '' }), 'stdout is ""'],
  ['memory', observed({ outcome: 'exit_nonzero', exit_code: 134 }), 'instead of "memory_limit"'],
  ['network', observed({ stdout: 'connected\n' }), 'instead of "no network'],
  [
    'stream',
    observed({ stdout: 'first\nsecond\n' }, [{ text: 'first\nsecond\n', atMs: 510 }]),
    'both came within 0 ms',
  ],
];

test.each(bad)('%s is seen not to hold', (name, seen, why) => {
  expect(judge(checks[name], seen)).toContain(why);
});

test('what a compiled language gets wrong must be told before it runs', () => {
  const seen = observed({ outcome: 'exit_nonzero', ...told(2) });
  expect(judge(checks.mistake, seen, c)).toContain('instead of "compile_error"');
});

test('a program of one file stands where the language expects its source, one of several as it is', async () => {
  const programs = await readMatrix(python);
  const find = (name: string) => programs.find((program) => program.name === name);
  expect(find('echo')?.files.map(({ path }) => path)).toEqual(['main.py']);
  expect(find('files')?.files.length).toBeGreaterThan(1);
  expect(find('files')?.files.map(({ path }) => path)).toContain('main.py');
});

/** Answers every program with the same, and remembers what it was asked. */
class DullDoor implements MatrixDoor {
  readonly asked: ExecuteRequest[] = [];

  async observe(request: ExecuteRequest): Promise<Observed> {
    this.asked.push(request);
    return observed({ stdout: 'Hello World\n' });
  }

  async format() {
    return { success: true, formatter: 'dull', formatted: '', changed: true, message: '' };
  }
}

test('of each check one finding is told, in the order of the table, and each wrong one says why', async () => {
  const door = new DullDoor();
  const findings: Finding[] = [];
  for await (const finding of walkMatrix(python, door)) findings.push(finding);
  expect(findings.map(({ column }) => column)).toEqual([
    'hello',
    ...Object.keys(checks),
    'format',
    'conformance',
    'diagnostics',
  ]);
  expect(findings[0]).toEqual({ column: 'hello', verdict: 'passed' });
  for (const { verdict, why } of findings.slice(1))
    expect([verdict, why]).toEqual([expect.stringMatching(/failed|unfit/), expect.any(String)]);
});
