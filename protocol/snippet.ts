import { z } from 'zod';
import { RedactedTest, TestCase, TestCases } from './judge.ts';
import { Args, Code, Env, FilePath, SourceFiles, Stdin } from './program.ts';

export const SnippetId = z.string().regex(/^[0-9A-Za-z]{10}$/, 'must be 10 letters and digits');
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const oneLine = z.string().regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters');
export const SnippetTitle = oneLine.trim().max(80);

/** What code, files, stdin, args, env and tests of one snippet may weigh together. */
export const maxSnippetBytes = 1024 * 1024;

/** What a person may save: the code, its title, and what a run of it needs. */
export const SnippetDraft = z.object({
  title: SnippetTitle.default(''),
  language: oneLine.min(1).max(64),
  code: Code,
  files: SourceFiles.default([]),
  entry: FilePath.optional(),
  stdin: Stdin.default(''),
  args: Args.default([]),
  env: Env.default({}),
  tests: TestCases.default([]),
});
export type SnippetDraft = z.infer<typeof SnippetDraft>;

/** A snippet as it is read: hidden tests are whole for its owner, and redacted for everybody else. */
export const Snippet = SnippetDraft.extend({
  id: SnippetId,
  tests: z.array(z.union([TestCase, RedactedTest])),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Snippet = z.infer<typeof Snippet>;

/** The answer to creating: the only time the edit token is ever told. Only its hash is kept. */
export const CreatedSnippet = Snippet.extend({ editToken: z.string(), url: z.string() });
export type CreatedSnippet = z.infer<typeof CreatedSnippet>;

/** Overrides for `POST /api/v1/snippets/:id/execute`; what is not said comes from the snippet. */
export const SnippetExecuteRequest = z.object({
  stdin: Stdin.optional(),
  args: Args.optional(),
  timeout_sec: z.number().optional(),
  /** True runs the snippet's saved tests, which bring their own stdin and args. */
  tests: z.boolean().optional(),
  stop_at_first_failure: z.boolean().optional(),
});
export type SnippetExecuteRequest = z.infer<typeof SnippetExecuteRequest>;
