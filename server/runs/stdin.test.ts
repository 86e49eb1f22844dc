import { expect, test } from 'vitest';
import { maxPendingStdinBytes, Stdin, stdinOf } from './stdin.ts';

async function read(stdin: Stdin): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin.read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

test('what was written before the end is read, in order', async () => {
  const stdin = new Stdin();
  stdin.write(Buffer.from('one '));
  stdin.write(Buffer.from('two'));
  stdin.end();
  expect(await read(stdin)).toBe('one two');
});

test('a reader that came first is woken by what is typed later', async () => {
  const stdin = new Stdin();
  const reading = read(stdin);
  await Promise.resolve();
  stdin.write(Buffer.from('late'));
  stdin.end();
  expect(await reading).toBe('late');
});

test('after the end nothing is taken, and a second end is refused', () => {
  const stdin = stdinOf('', false);
  expect(stdin.write(Buffer.from('x'))).toBe(false);
  expect(stdin.end()).toBe(false);
});

test('more than may be pending is refused whole', () => {
  const stdin = new Stdin();
  expect(stdin.write(new Uint8Array(maxPendingStdinBytes))).toBe(true);
  expect(stdin.write(new Uint8Array(1))).toBe(false);
});

test('an interactive stdin stays open after its first text', () => {
  expect(stdinOf('first\n', true).write(Buffer.from('more'))).toBe(true);
});

test('a second reader gets everything again until it is committed, and ends the first', async () => {
  const stdin = new Stdin();
  stdin.write(Buffer.from('again '));
  const first = stdin.read();
  await first.next();
  const second = stdin.read();
  expect(Buffer.from((await second.next()).value ?? []).toString()).toBe('again ');
  expect(await first.next()).toMatchObject({ done: true });
  stdin.commit();
  stdin.end();
  expect(await read(stdin)).toBe('');
});
