import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import { TestClient } from './test-client.ts';
import { TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady({ LANGUAGES: 'c,cpp,python' });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

async function run(request: object): Promise<ExecuteAnswer & { tookMs: number }> {
  const startedAt = performance.now();
  const response = await server.execute(request);
  const answer: ExecuteAnswer = await response.json();
  expect(response.status).toBe(200);
  return { ...answer, tookMs: performance.now() - startedAt };
}

const echo = `#include <iostream>
#include <string>
int main(int argc, char** argv) {
  int unused;
  std::string word;
  std::cin >> word;
  std::cout << word << " " << argc << std::endl;
}`;

test('the same C++ again skips the compiler, and takes a fraction of the time', async () => {
  const request = { language: 'cpp', code: echo };
  const first = await run({ ...request, stdin: 'one' });
  const second = await run({ ...request, stdin: 'two', args: ['x'] });
  expect([first.stdout, second.stdout]).toEqual(['one 1\n', 'two 2\n']);
  expect([first.compile?.cached, second.compile?.cached]).toEqual([false, true]);
  expect(second.compile).toMatchObject({ success: true, stderr: first.compile?.stderr });
  expect(second.diagnostics).toEqual(first.diagnostics);
  expect(second.diagnostics).toMatchObject([{ phase: 'compile', line: 4, severity: 'warning' }]);
  expect(second.tookMs).toBeLessThan(first.tookMs / 2);
});

test('what did not compile says so again, at once', async () => {
  const request = { language: 'c', code: 'int main(void) { return nothing; }' };
  const first = await run(request);
  const second = await run(request);
  expect(first).toMatchObject({ outcome: 'compile_error', compile: { cached: false } });
  expect(second).toMatchObject({ outcome: 'compile_error', compile: { cached: true }, stderr: first.stderr });
  expect(second.diagnostics).toEqual(first.diagnostics);
});

test('a program that was compiled before has the memory of a run, not of a compiler', async () => {
  const code = `#include <stdlib.h>
int main(void) {
  volatile char *bytes = malloc(300u << 20);
  for (size_t at = 0; at < 300u << 20; at += 4096) bytes[at] = 1;
}`;
  expect((await run({ language: 'c', code })).outcome).toBe('memory_limit');
  expect(await run({ language: 'c', code })).toMatchObject({
    outcome: 'memory_limit',
    compile: { cached: true },
  });
});

test('a program that overwrites itself is, the next time, what the compiler made', async () => {
  const code = `#include <stdio.h>
int main(void) {
  rename("program", "old");
  FILE *file = fopen("program", "w");
  fputs("#!/bin/sh\\necho poison\\n", file);
  puts("clean");
}`;
  for (const isKnown of [false, true, true]) {
    const answer = await run({ language: 'c', code });
    expect([answer.stdout, answer.compile?.cached]).toEqual(['clean\n', isKnown]);
  }
});

test('an identical run that may be told again is, without a sandbox', async () => {
  const request = { language: 'python', code: 'import random; print(random.random())', cache: true };
  const first = await run(request);
  const second = await run(request);
  expect([first.cached, second.cached]).toEqual([false, true]);
  expect(second.stdout).toBe(first.stdout);
  expect((await run({ ...request, cache: false })).stdout).not.toBe(first.stdout);
  expect((await run({ ...request, stdin: 'x' })).cached).toBe(false);
});

test('a signal that one client sent to its program is no answer for another', async () => {
  const request = {
    language: 'python',
    code: 'import time; print("ready", flush=True); time.sleep(1)',
    cache: true,
  };
  using client = new TestClient(server.url);
  await client.start(request);
  await client.printed('ready');
  expect(await client.say('run:signal', { signal: 'SIGTERM' })).toEqual({ ok: true });
  expect((await client.finished()).outcome.kind).toBe('signal');
  expect(await run(request)).toMatchObject({ cached: false, outcome: 'ok' });
  expect(await run(request)).toMatchObject({ cached: true, outcome: 'ok' });
});
