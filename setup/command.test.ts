import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lastLines, mustRun, runCommand } from './command.ts';

const never = new AbortController().signal;

test('a command that is stopped can end what it has started', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'command-'));
  const [begun, ended] = [join(folder, 'begun'), join(folder, 'ended')];
  const stop = new AbortController();
  const script = `trap 'echo interrupted > "${ended}"; exit' INT; echo yes > "${begun}"; while :; do sleep 0.05; done`;
  const running = runCommand(['bash', '-c', script], { signal: stop.signal });
  await expect.poll(() => readFile(begun, 'utf8').catch(() => '')).toBe('yes\n');
  stop.abort();
  await expect(running).rejects.toThrow('aborted');
  await expect.poll(() => readFile(ended, 'utf8').catch(() => '')).toBe('interrupted\n');
  await rm(folder, { recursive: true });
});

test('that a command fails is a value, and a reason where it must not', async () => {
  const argv = ['sh', '-c', 'echo out; echo why >&2; exit 3'];
  expect(await runCommand(argv, { signal: never })).toMatchObject({ exitCode: 3 });
  await expect(mustRun(argv, { signal: never })).rejects.toThrow('why');
  await expect(runCommand(['/no/such/command'], { signal: never })).rejects.toThrow('ENOENT');
});

test('the last lines are those that say something', () => {
  expect(lastLines('one\n\ntwo\nthree\n \n', 2)).toBe('two\nthree');
});
