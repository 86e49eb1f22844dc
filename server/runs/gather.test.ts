import { expect, test } from 'vitest';
import type { ExecuteAnswer, TestAnswer } from '#protocol/execute.ts';
import type { TestReport } from '#protocol/judge.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { gather } from './gather.ts';

const figures = { wallMs: 1, cpuMs: 1, memoryBytes: 1 };
const report: TestReport = {
  index: 1,
  name: '',
  hidden: false,
  verdict: 'passed',
  outcome: { kind: 'ok', exitCode: 0 },
  ...figures,
};
const finished: FinishedEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  ...figures,
  facts: [],
  tests: { passed: 1, total: 1 },
};

async function answerTo(events: readonly RunEvent[], encoding?: 'base64'): Promise<ExecuteAnswer> {
  async function* told() {
    yield* [...events, finished];
  }
  return gather(told(), encoding);
}

/** The answer for one test that prints these pieces. */
async function testThatPrints(
  pieces: readonly string[],
  encoding?: 'base64',
): Promise<TestAnswer | undefined> {
  const output = pieces.map((data): RunEvent => ({ type: 'output', stream: 'stdout', data, at: 0, test: 1 }));
  return (await answerTo([...output, { type: 'test', ...report }], encoding)).tests?.[0];
}

test('diagnostics and files of tests are in the answer, each with its test', async () => {
  const diagnostic = { phase: 'run', file: 'main.toy', line: 1, severity: 'error', message: 'no' } as const;
  const answer = await answerTo([
    { type: 'diagnostic', test: 1, ...diagnostic },
    { type: 'artifact', test: 1, path: 'out/a.txt', mediaType: 'text/plain', bytes: 1, data: 'YQ==' },
    { type: 'artifacts_left_out', test: 1, paths: ['out/b'] },
    { type: 'test', ...report },
    { type: 'artifacts_left_out', test: 2, paths: ['out/c'] },
    { type: 'test', ...report, index: 2 },
    { type: 'test', ...report, index: 3 },
  ]);
  expect(answer).toMatchObject({
    diagnostics: [{ ...diagnostic, test: 1 }],
    artifacts: [{ test: 1, path: 'out/a.txt', data: 'YQ==' }],
    artifacts_left_out: ['out/b', 'out/c'],
  });
  expect(answer.tests?.map((test) => test.artifacts_left_out)).toEqual([['out/b'], ['out/c'], undefined]);
});

test('without tests nothing in the answer speaks of one', async () => {
  const answer = await answerTo([
    { type: 'artifact', path: 'out/a.txt', mediaType: 'text/plain', bytes: 1, data: 'YQ==' },
  ]);
  expect(answer.artifacts[0]).not.toHaveProperty('test');
});

test('what a test prints in pieces of base64 is one base64 in the answer', async () => {
  const said = await testThatPrints(['YWJjZA==', 'YWJjZA==', 'YQ=='], 'base64');
  expect(said?.stdout).toBe(btoa('abcdabcda'));
});

test('in base64 as many bytes of a test are kept as characters in text', async () => {
  const piece = Buffer.alloc(10_000, 'abc').toString('base64');
  const said = await testThatPrints([piece, piece], 'base64');
  const kept = Buffer.from(said?.stdout ?? '', 'base64');
  expect(kept).toEqual(Buffer.concat([Buffer.alloc(10_000, 'abc'), Buffer.alloc(6384, 'abc')]));
});

test.each([
  ['a', 8191],
  ['', 8192],
])('where a test’s output is cut after %j, no character is cut in two', async (before, foxes) => {
  const said = await testThatPrints([before + '🦊'.repeat(5000), '🦊'.repeat(5000)]);
  expect(said?.stdout).toBe(before + '🦊'.repeat(foxes));
});

test('the answer names the image, where the engine said what it calls it', async () => {
  const started: RunEvent = { type: 'started', language: 'toy', version: '1', image: 'i', warm: true };
  expect(await answerTo([{ ...started, digest: 'sha256:ab' }])).toMatchObject({ image_digest: 'sha256:ab' });
  expect(await answerTo([started])).not.toHaveProperty('image_digest');
});
