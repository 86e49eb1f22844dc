import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecuteAnswer, TestAnswer } from '#protocol/execute.ts';
import type { TestReport } from '#protocol/judge.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady({ LANGUAGES: 'python,c,cpp', POOL_MAX_WARM: '1' });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

async function execute(request: object): Promise<ExecuteAnswer> {
  const response = await server.execute(request);
  expect(response.status).toBe(200);
  return response.json();
}

/** The events and, to look for what should not be there, the bytes that carried them. */
async function stream(request: object): Promise<{ events: RunEvent[]; text: string }> {
  const response = await server.execute(request, { headers: { Accept: 'application/x-ndjson' } });
  expect(response.status).toBe(200);
  const text = await response.text();
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { events, text };
}

const python = (code: string, tests: object[], more: object = {}) =>
  execute({ language: 'python', code, tests, ...more });
const verdicts = ({ tests = [] }: ExecuteAnswer) => tests.map(({ verdict }: TestAnswer) => verdict);
const reportsOf = (events: readonly RunEvent[]): TestReport[] =>
  events.filter(({ type }) => type === 'test') as never;

const sum = `#include <iostream>
int main() { long a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }`;

test('a hundred tests of one C++ program compile it once, each with its verdict, time and memory', async () => {
  const tests = Array.from({ length: 100 }, (_, at) => ({
    stdin: `${at} 1`,
    expected: `${at === 41 ? 0 : at + 1}`,
  }));
  const { events } = await stream({ language: 'cpp', code: sum, tests });
  const phases = events.filter((event) => event.type === 'phase');
  expect(phases.filter(({ phase }) => phase === 'compile')).toHaveLength(1);
  expect(phases.filter(({ phase }) => phase === 'run').map((event) => event.test)).toEqual(
    tests.map((_, at) => at + 1),
  );
  const reports = reportsOf(events);
  expect(reports.filter(({ verdict }) => verdict === 'passed')).toHaveLength(99);
  expect(reports[41]).toMatchObject({
    index: 42,
    verdict: 'wrong_answer',
    difference: { line: 1, column: 1, expected: '0', actual: '42' },
  });
  for (const { wallMs, memoryBytes } of reports) {
    expect(wallMs).toBeGreaterThan(0);
    expect(memoryBytes).toBeGreaterThan(0);
  }
  expect(events.at(-1)).toMatchObject({
    outcome: { kind: 'tests_failed', passed: 99, total: 100 },
    tests: { passed: 99, total: 100 },
  });
});

test('the answer has every verdict, and how many passed', async () => {
  const answer = await python('print(input())', [
    { name: 'one', stdin: '1', expected: '1' },
    { name: 'two', stdin: '2', expected: '3' },
  ]);
  expect(answer).toMatchObject({
    success: false,
    outcome: 'tests_failed',
    message: '1 of 2 tests passed.',
    passed: 1,
    exit_code: null,
    tests: [
      { index: 1, name: 'one', hidden: false, verdict: 'passed', stdout: '1\n', stderr: '', exit_code: 0 },
      {
        index: 2,
        name: 'two',
        verdict: 'wrong_answer',
        difference: { line: 1, column: 1, expected: '3', actual: '2' },
      },
    ],
  });
  const ok = await python('print(1)', [{ expected: '1' }]);
  expect(ok).toMatchObject({ success: true, outcome: 'ok', message: 'The test passed.', passed: 1 });
});

test('what a limit refused the program is told beside its verdict', async () => {
  const code = `
import os, sys
try:
    with open('/tmp/full', 'wb') as full:
        while input() == 'fill': full.write(bytes(1 << 20)) and full.flush()
except EOFError: pass
except OSError as error: print(error.errno)
`;
  const fill = 'fill\n'.repeat(100);
  const answer = await python(code, [{ expected: '' }, { stdin: fill, expected: '28' }]);
  expect(verdicts(answer)).toEqual(['passed', 'passed']);
  expect(answer.tests?.map(({ facts }) => facts)).toEqual([[], ['disk_limit']]);
  expect(answer.facts).toEqual(['disk_limit']);
});

test('what a visible test complains of and leaves in out/ is in the answer, with its number', async () => {
  const code = 'n = input()\nopen("out/n.txt", "w").write(n)\nprint(1 / int(n))';
  const answer = await python(code, [
    { stdin: '1', expected: '1.0' },
    { stdin: '0', expected: '' },
    { stdin: '0', expected: '', hidden: true },
  ]);
  expect(answer.diagnostics).toMatchObject([
    { test: 2, file: 'main.py', line: 3, message: 'ZeroDivisionError: division by zero' },
  ]);
  expect(answer.artifacts).toMatchObject([
    { test: 1, path: 'out/n.txt', data: btoa('1') },
    { test: 2, path: 'out/n.txt', data: btoa('0') },
  ]);
});

test('in base64 what a test printed bit by bit is one base64', async () => {
  const code = 'import os, time\nfor i in range(4): os.write(1, b"abcd"); time.sleep(.05)';
  const answer = await python(code, [{ expected: 'abcd'.repeat(4) }], { output_encoding: 'base64' });
  expect(answer).toMatchObject({ passed: 1, tests: [{ stdout: btoa('abcd'.repeat(4)) }] });
});

test('without tests the answer says nothing of any', async () => {
  const answer = await execute({ language: 'python', code: 'print(1)' });
  expect(answer).not.toHaveProperty('tests');
  expect(answer).not.toHaveProperty('passed');
});

test('a test sees neither file, process nor shared memory of the one before', async () => {
  const code = `
import ctypes, glob, os, time
mine = {str(os.getpid()), str(os.getppid()), '1', 'self', 'thread-self'}
others = [p for p in os.listdir('/proc') if p.isdigit() and p not in mine]
places = ['/work/*', '/work/.*', '/work/out/*', '/tmp/*', '/dev/shm/*', '/dev/mqueue/*']
exclusive = 0o3600
shared = ctypes.CDLL(None).shmget(1234, 4096, exclusive)
print(sorted(path for place in places for path in glob.glob(place)), others, shared >= 0)
for place in ['/work/a', '/work/.b', '/work/out/c', '/tmp/d', '/dev/shm/e']:
    try: open(place, 'w').write('left behind')
    except OSError: pass
os.makedirs('/work/deep/er', exist_ok=True)
os.chmod('/work/deep', 0)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        import signal
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        null = os.open('/dev/null', os.O_RDWR)
        for fd in (0, 1, 2): os.dup2(null, fd)
        time.sleep(60)
    os._exit(0)
os.wait()
`;
  const expected = "['/work/main.py', '/work/out'] [] True";
  const answer = await python(
    code,
    Array.from({ length: 5 }, () => ({ expected })),
  );
  expect(answer.tests?.map(({ stdout }) => stdout?.trim())).toEqual(Array(5).fill(expected));
  expect(verdicts(answer)).toEqual(Array(5).fill('passed'));
});

test('a compiled program is put back whole, and what a test did to it is undone', async () => {
  const code = `#include <stdio.h>
#include <unistd.h>
int main(void) { puts(access("left", F_OK) == 0 ? "dirty" : "clean"); fclose(fopen("left", "w")); unlink("program"); unlink("main.c"); }`;
  const answer = await execute({
    language: 'c',
    code,
    tests: [{ expected: 'clean' }, { expected: 'clean' }],
  });
  expect(verdicts(answer)).toEqual(['passed', 'passed']);
});

test('a limit that one test meets is its verdict, and the others go on', async () => {
  const code = `
what = input()
if what == 'loop':
    while True: pass
if what == 'hog': x = 'x' * (1 << 30)
if what == 'crash': raise SystemExit(3)
if what == 'flood':
    while True: print('x' * 1000)
print(what)
`;
  const limits: Record<string, object> = {
    loop: { wall_ms: 700 },
    hog: { memory_bytes: 64 << 20 },
    flood: { output_bytes: 10_000 },
  };
  const tests = ['loop', 'fine', 'hog', 'fine', 'crash', 'flood', 'fine'].map((stdin) => ({
    stdin,
    expected: stdin,
    limits: limits[stdin] ?? {},
  }));
  const answer = await python(code, tests);
  const [loop, , hog] = verdicts(answer);
  expect(['time_limit', 'cpu_limit']).toContain(loop);
  // Python may turn a refused allocation into an exception of its own.
  expect(['memory_limit', 'exit_nonzero']).toContain(hog);
  expect(verdicts(answer).slice(3)).toEqual(['passed', 'exit_nonzero', 'output_limit', 'passed']);
  expect(answer).toMatchObject({ passed: 3, outcome: 'tests_failed' });
});

test('a test whose memory the kernel takes is out of memory, and the next one is not', async () => {
  const code = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { char what[9]; scanf("%8s", what); if (what[0] == 'h') for (;;) memset(malloc(1 << 20), 1, 1 << 20); puts(what); }`;
  const tests = ['hog', 'fine', 'hog', 'fine'].map((stdin) => ({ stdin, expected: stdin }));
  const answer = await execute({ language: 'c', code, tests, limits: { memory_bytes: 64 << 20 } });
  expect(verdicts(answer)).toEqual(['memory_limit', 'passed', 'memory_limit', 'passed']);
});

test('on request the first failure ends the run', async () => {
  const tests = [{ expected: '1' }, { expected: '2' }, { expected: '1' }];
  const answer = await python('print(1)', tests, { stop_at_first_failure: true });
  expect(verdicts(answer)).toEqual(['passed', 'wrong_answer']);
});

test('what does not compile is judged by no test', async () => {
  const answer = await execute({ language: 'c', code: 'int main(', tests: [{ expected: '' }] });
  expect(answer).toMatchObject({ success: false, outcome: 'compile_error', tests: [], passed: 0 });
  expect(answer.stderr).toContain('error');
});

test('nothing of a hidden test is anywhere in the stream, in the answer or in the log', async () => {
  const code = `
import sys
print('OUT' + input() + 'OUT'); print('ERR' + sys.argv[1], file=sys.stderr); sys.exit(77 if len(sys.argv) > 2 else 0)
`;
  const checker = { kind: 'checker', language: 'python', code: 'print(open("input.txt").read()); exit(1)' };
  const hidden = { stdin: 'kangaroo', args: ['wombat'], expected: 'platypus', hidden: true };
  const request = {
    language: 'python',
    code,
    tests: [
      { name: 'shown', stdin: 'seen', args: ['seen'], expected: 'no' },
      { ...hidden, name: 'plain' },
      { ...hidden, name: 'tokens', comparison: 'tokens' },
      { ...hidden, name: 'regex', expected: 'platypus+', comparison: 'regex' },
      { ...hidden, name: 'exit', args: ['wombat', 'wombat'] },
      { ...hidden, name: 'checked', comparison: checker },
    ],
  };
  const { events, text } = await stream(request);
  expect(text).not.toMatch(/kangaroo|wombat|platypus|OUTkan|"exitCode":77/);
  expect(reportsOf(events).map(({ verdict }) => verdict)).toEqual([
    'wrong_answer',
    'wrong_answer',
    'wrong_answer',
    'wrong_answer',
    'exit_nonzero',
    'wrong_answer',
  ]);
  expect(Object.keys(reportsOf(events)[1] ?? {})).not.toContain('outcome');
  const answer = await execute(request);
  expect(JSON.stringify(answer)).not.toMatch(/kangaroo|wombat|platypus|"exit_code":77/);
  expect(Object.keys(answer.tests?.[1] ?? {})).not.toContain('stdout');
  expect(server.output).not.toMatch(/kangaroo|wombat|platypus/);
});

describe('a checker', () => {
  const checker = (code: string, language = 'python') => ({ kind: 'checker', language, code });

  test('decides, in any language, and says why', async () => {
    const even = `#include <fstream>
#include <iostream>
int main(int argc, char **argv) {
  std::ifstream input(argv[1]), actual(argv[3]); long in, out;
  if (argc == 4 && input >> in && actual >> out && out == in * 2) return 0;
  std::cout << "not twice " << in << std::endl; return 1; }`;
    const comparison = checker(even, 'cpp');
    const tests = ['1', '2', '3'].map((stdin) => ({ stdin, comparison }));
    const answer = await python('n = int(input())\nprint(n * 2 if n < 3 else 7)', tests);
    expect(verdicts(answer)).toEqual(['passed', 'passed', 'wrong_answer']);
    expect(answer.tests?.[2]?.message).toBe('not twice 3');
  });

  test.each([
    ['crashes', 'raise Exception("no")'],
    ['does not parse', 'if'],
    ['is killed', 'import os; os.kill(os.getpid(), 9)'],
    ['prints garbage and ends with another code', 'import os; os.write(1, os.urandom(4000)); os._exit(7)'],
    ['floods', 'while True: print("x" * 10000)'],
    ['eats memory', 'x = []\nwhile True: x.append("x" * 1000000)'],
  ])('that %s is at fault, never the program', async (_, code) => {
    const answer = await python('print(1)', [{ comparison: checker(code) }, { expected: '1' }]);
    expect(verdicts(answer)).toEqual(['checker_fault', 'passed']);
    expect(answer.tests?.[0]?.message?.length).toBeLessThan(300);
  });

  test.each([0, 1])('that prints garbage and ends with %i has decided nothing', async (exitCode) => {
    const code = `import os; os.write(1, b"x" + os.urandom(4000)); os._exit(${exitCode})`;
    const answer = await python('print(1)', [{ comparison: checker(code) }, { expected: '1' }]);
    expect(verdicts(answer)).toEqual(['checker_fault', 'passed']);
  });

  test('that hangs is ended at its limit', async () => {
    const code = 'import time, signal\nsignal.signal(15, signal.SIG_IGN)\ntime.sleep(1000)';
    const answer = await python('print(1)', [{ comparison: checker(code) }]);
    expect(verdicts(answer)).toEqual(['checker_fault']);
  });

  test('that does not compile is at fault for each of its tests, and compiled once', async () => {
    const comparison = checker('int main(', 'c');
    const answer = await python('print(1)', [{ comparison }, { comparison }]);
    expect(verdicts(answer)).toEqual(['checker_fault', 'checker_fault']);
  });

  test('sees neither the program nor its sandbox', async () => {
    const code = `
import os, sys
seen = sorted(os.listdir('.'))
print(seen, sys.argv[1:], [open(name).read() for name in sys.argv[1:]])
exit(1)`;
    const answer = await python('open("mine", "w"); print("out")', [
      { stdin: 'in', expected: 'ex', comparison: checker(code) },
    ]);
    expect(answer.tests?.[0]?.message).toContain(
      "['input.txt', 'expected.txt', 'actual.txt'] ['in', 'ex', 'out\\n']",
    );
    expect(answer.tests?.[0]?.message).not.toContain('mine');
  });
});

test('an expression that never ends does not keep anybody else waiting', async () => {
  const tests = [{ expected: '(a+)+$', comparison: 'regex' }];
  const judged = python(`print('a' * 50 + 'b')`, tests);
  let slowestMs = 0;
  let isJudged = false;
  void judged.finally(() => {
    isJudged = true;
  });
  while (!isJudged) {
    const startedAt = performance.now();
    await server.health();
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  expect(verdicts(await judged)).toEqual(['checker_fault']);
  expect(slowestMs).toBeLessThan(3_000);
});

test('a client that hangs up ends its run', async () => {
  const gone = new AbortController();
  const tests = Array.from({ length: 100 }, () => ({ expected: '' }));
  const request = { language: 'python', code: 'import time; time.sleep(5)', tests };
  const asking = server.execute(request, { signal: gone.signal }).catch((error: unknown) => error);
  await expect.poll(async () => (await server.health()).queue.running).toBe(1);
  gone.abort();
  await asking;
  await expect.poll(async () => (await server.health()).queue.running, { timeout: 5_000 }).toBe(0);
});

describe('what cannot be judged is refused, with its field', () => {
  const fine = { expected: '' };
  const checked = (comparison: object) => ({ comparison: { kind: 'checker', ...comparison } });
  test.each<[string, object[], number, string]>([
    ['a hundred and one tests', Array(101).fill(fine), 400, 'tests'],
    ['a test that expects nothing', [fine, { stdin: '1' }], 400, 'tests.1.expected'],
    ['an invalid expression', [{ expected: '(', comparison: 'regex' }], 400, 'tests.0.expected'],
    [
      'an expression that is too long',
      [{ expected: 'x'.repeat(5000), comparison: 'regex' }],
      400,
      'tests.0.expected',
    ],
    ['a negative limit', [{ ...fine, limits: { wall_ms: -1 } }], 400, 'tests.0.limits.wall_ms'],
    ['a limit beyond the cap', [fine, { ...fine, limits: { wall_ms: 1e9 } }], 400, 'tests.1.limits.wall_ms'],
    ['an unknown limit', [{ ...fine, limits: { wallMs: 1 } }], 400, 'tests.0.limits'],
    ['an unknown comparison', [{ ...fine, comparison: 'magic' }], 400, 'tests.0.comparison.kind'],
    [
      'a negative tolerance',
      [{ ...fine, comparison: { kind: 'float', tolerance: -1 } }],
      400,
      'tests.0.comparison.tolerance',
    ],
    ['a checker without code', [checked({ language: 'python' })], 400, 'tests.0.comparison.code'],
    [
      'a checker in no language',
      [checked({ language: 'pyton', code: '' })],
      404,
      'tests.0.comparison.language',
    ],
    [
      'a checker that is its own input',
      [checked({ language: 'python', files: [{ path: 'input.txt', content: '' }] })],
      400,
      'tests.0.comparison.files',
    ],
    ['too large an expectation', [{ expected: 'x'.repeat(1_100_000) }], 413, 'tests.0.expected'],
    ['too large tests together', Array(5).fill({ expected: 'x'.repeat(1_000_000) }), 413, 'tests'],
    ['control characters in a name', [{ ...fine, name: 'a\nb' }], 400, 'tests.0.name'],
    ['a misspelt field', [{ ...fine, sdtin: '1' }], 400, 'tests.0'],
    ['no list', {} as object[], 400, 'tests'],
  ])('%s', async (_, tests, status, field) => {
    const response = await server.execute({ language: 'python', code: '', tests });
    expect([response.status, (await response.json()).error.field]).toEqual([status, field]);
  });
});

test('when all is judged no sandbox is left in use', async () => {
  await expect
    .poll(async () => (await server.sandboxes()).length, { timeout: 20_000 })
    .toBeLessThanOrEqual(3);
});
