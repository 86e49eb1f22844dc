import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { createLog, logRuns } from './log.ts';

/** What a process that logs in this way leaves on its stdout; with `reader`, what that lets through. */
function logged(
  program: string,
  reader = 'cat',
): Promise<{ readonly lines: string[]; readonly stderr: string }> {
  const code = `
    const { createLog } = await import('./server/log.ts');
    const log = createLog('info');
    ${program}`;
  const command = `"$0" --import tsx --input-type=module -e "$1" | ${reader}`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', command, process.execPath, code], (_error, stdout, stderr) =>
      resolve({ lines: stdout.split('\n').filter(Boolean), stderr }),
    );
  });
}

test('every line is there, in its order, up to the last one before the end', async () => {
  const { lines } = await logged(`
    for (let n = 0; n < 500; n += 1) log.info({ n }, 'x'.repeat(n));
    setTimeout(() => { log.info({ n: 500 }); process.exit(); }, 50);`);
  expect(lines.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 501 }, (_, n) => n));
});

test('what is thrown takes no line with it', async () => {
  const { lines, stderr } = await logged(`log.error('first'); throw new Error('thrown');`);
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['first']);
  expect(stderr).toContain('thrown');
});

test('a step has its line, and so has each test', () => {
  const lines: unknown[] = [];
  const { stepped, saw } = logRuns(createLog('info', { write: (line) => void lines.push(JSON.parse(line)) }));
  const run = { runId: 'r', language: 'toy' };
  stepped?.(run, {
    phase: 'compile',
    outcome: { kind: 'compile_error', exitCode: 1 },
    wallMs: 7,
    cached: false,
  });
  saw(run, {
    type: 'test',
    index: 3,
    name: 'NAME',
    hidden: true,
    verdict: 'passed',
    message: 'MESSAGE',
    wallMs: 5,
    cpuMs: 1,
    memoryBytes: 1,
  });
  expect(lines).toMatchObject([
    { runId: 'r', phase: 'compile', outcome: 'compile_error', exitCode: 1, wallMs: 7, msg: 'step finished' },
    { runId: 'r', phase: 'run', test: 3, outcome: 'passed', wallMs: 5, msg: 'step finished' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/NAME|MESSAGE/);
});

test('nobody who reads is no reason to end', async () => {
  const { lines, stderr } = await logged(
    `const timer = setInterval(() => log.info('x'.repeat(5000)), 1);
     setTimeout(() => { clearInterval(timer); console.error('came to its end'); }, 500);`,
    'head -c 10',
  );
  expect(lines).toEqual(['{"level":3']);
  expect(stderr).toBe('came to its end\n');
});
