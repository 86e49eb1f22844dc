import { expect, test } from 'vitest';
import { programDigest } from './program-digest.ts';
import { RunRequest } from './run-request.ts';
import { SnippetDraft } from './snippet.ts';

const program = {
  language: 'python',
  code: 'print(1)',
  files: [{ path: 'a.txt', content: 'a' }],
  stdin: 'in',
  args: ['-v'],
  env: { A: '1', B: '2' },
};
const ofRun = (over: object = {}) => programDigest(RunRequest.parse({ ...program, ...over }));
const ofSnippet = (over: object = {}) => programDigest(SnippetDraft.parse({ ...program, ...over }));

test('a run and a snippet of the same program have the same digest, whatever else is asked of the run', () => {
  expect(ofRun({ interactive: true, limits: { wallMs: 500 } })).toBe(ofSnippet({ title: 'x' }));
  expect(ofRun({ env: { B: '2', A: '1' } })).toBe(ofSnippet());
});

test.each([
  { language: 'c' },
  { code: 'print(2)' },
  { code: undefined },
  { files: [] },
  { files: [{ path: 'b.txt', content: 'a' }] },
  { files: [{ path: 'a.txt', content: 'YQ==', encoding: 'base64' }] },
  { entry: 'a.txt' },
  { stdin: '' },
  { args: [] },
  { env: {} },
  { tests: [{ stdin: 'in', expected: '1' }] },
])('another program has another one: %j', (over) => {
  expect(ofRun(over)).not.toBe(ofSnippet());
});

test('of a run for tests the tests count, not the input that they replace nor who may see them', () => {
  const tests = [{ stdin: '1', expected: '1', comparison: 'tokens' }];
  const judged = ofRun({ tests, stdin: '', args: [] });
  expect(ofSnippet({ tests: [{ ...tests[0], hidden: true }] })).toBe(judged);
  expect(ofSnippet({ tests: [{ ...tests[0], expected: '2' }] })).not.toBe(judged);
});
