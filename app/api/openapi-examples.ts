import type { z } from 'zod';
import type { CreatedSnippet, NewRevision, NewSnippet, RevisionList, Snippet } from '#protocol/snippet.ts';
import type { SubmissionAnswer } from '#protocol/submission.ts';

export const newRevision: z.input<typeof NewRevision> = {
  title: 'Hello',
  language: 'python',
  code: 'print(input())\n',
  stdin: 'Hello\n',
};

export const newSnippet: z.input<typeof NewSnippet> = {
  ...newRevision,
  statement: 'Read a line and **print it again**.\n',
  tests: [
    { name: 'the one above', stdin: 'Hello\n', expected: 'Hello\n' },
    { name: 'the last one', stdin: 'a  b\n', expected: 'a  b\n', comparison: 'exact', hidden: true },
  ],
  visibility: 'unlisted',
  expiry: '30d',
};

export const snippet: Snippet = {
  id: 'Ab3dEfGh9k',
  title: 'Hello',
  statement: 'Read a line and **print it again**.\n',
  language: 'python',
  languageVersion: '3.13.5',
  code: 'print(input())\n',
  files: [],
  stdin: 'Hello\n',
  args: [],
  env: {},
  tests: [{ name: 'the last one', hidden: true, redacted: true }],
  revision: 1,
  head: 1,
  visibility: 'unlisted',
  expiresAt: '2026-12-29T12:00:00.000Z',
  burnsAfterView: false,
  forkedFrom: null,
  recording: { outcome: 'ok', recordedAt: '2026-11-29T12:00:00.000Z' },
  createdAt: '2026-11-29T12:00:00.000Z',
  updatedAt: '2026-11-29T12:00:00.000Z',
};

export const created: CreatedSnippet = {
  ...snippet,
  run: { kept: true },
  editToken: 'shown-once-and-kept-by-you-and-by-nobody-el',
  url: '/s/Ab3dEfGh9k',
};

export const revisions: RevisionList = {
  id: 'Ab3dEfGh9k',
  head: 1,
  revisions: [
    {
      number: 1,
      title: 'Hello',
      language: 'python',
      languageVersion: '3.13.5',
      createdAt: '2026-11-29T12:00:00.000Z',
      hasRecording: true,
      url: '/s/Ab3dEfGh9k@1',
    },
  ],
};

export const submitted: SubmissionAnswer = {
  success: false,
  passed: 1,
  total: 2,
  outcome: 'tests_failed',
  message: '1 of 2 tests passed.',
  compile_output: '',
  diagnostics: [],
  tests: [
    {
      index: 1,
      name: 'the one above',
      hidden: false,
      verdict: 'passed',
      execution_time_ms: 21,
      stdout: 'Hello\n',
      stderr: '',
      truncated: false,
    },
    { index: 2, name: 'the last one', hidden: true, verdict: 'wrong_answer', execution_time_ms: 20 },
  ],
};
