import { expect, test } from 'vitest';
import { runHostCommand, startHostCommand } from './host-command.ts';

const never = new AbortController().signal;

test('a command that ends well says its lines on the way', async () => {
  const said: string[] = [];
  await runHostCommand(['sh', '-c', 'echo out; echo one >&2; echo two >&2'], {
    signal: never,
    said: (line) => said.push(line),
  });
  expect(said).toEqual(['one', 'two']);
});

test('one that fails is refused with the last lines it said', async () => {
  const failing = runHostCommand(['sh', '-c', 'echo "no space left" >&2; exit 3'], { signal: never });
  await expect(failing).rejects.toThrow('sh failed.\nno space left');
});

test('one that a signal ends is refused as well', async () => {
  await expect(runHostCommand(['sh', '-c', 'kill -9 $$'], { signal: never })).rejects.toThrow('sh failed.');
});

test('one that is not installed is refused', async () => {
  await expect(runHostCommand(['bugdrill-no-such-program'], { signal: never })).rejects.toThrow('ENOENT');
});

test('aborting ends it', async () => {
  const stop = new AbortController();
  const command = startHostCommand(['sleep', '60'], { signal: stop.signal });
  command.stdout.resume();
  stop.abort();
  await expect(command.ended).rejects.toThrow('aborted');
});
