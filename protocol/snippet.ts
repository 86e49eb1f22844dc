import { z } from 'zod';
import { RedactedTest, TestCase, TestCases } from './judge.ts';
import { Args, Code, Env, FilePath, SourceFiles, Stdin } from './program.ts';
import { Statement } from './statement.ts';

export const SnippetId = z.string().regex(/^[0-9A-Za-z]{10}$/, 'must be 10 letters and digits');
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const oneLine = z.string().regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters');
export const SnippetTitle = oneLine.trim().max(80);

/** What code, files, stdin, args, env and tests of one snippet may weigh together. */
export const maxSnippetBytes = 1024 * 1024;

/** A number that a revision can have: 1, 2, 3 … */
const RevisionNumber = z.number().int().positive().max(999_999);

/** A revision of a snippet, which need not be there any more. */
const RevisionName = z.strictObject({ id: SnippetId, revision: RevisionNumber });
export type RevisionName = z.infer<typeof RevisionName>;

/** Whether search engines may list it. Who has the link may read either. */
const Visibility = z.enum(['unlisted', 'public']);

/** When it goes, counted from now; `first_view` is when the first person but its owner has opened it. */
const Expiry = z.enum(['never', '1d', '7d', '30d', 'first_view']);
export type Expiry = z.infer<typeof Expiry>;

/** What a person may save: the code, its title, what it asks of others as a drill, and what a run of it needs. */
export const SnippetDraft = z.object({
  title: SnippetTitle.default(''),
  statement: Statement.default(''),
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

/** A run of this very program whose events are to be kept with it, as `run:start` named it. */
export const RunToKeep = z.strictObject({
  runId: z.string().min(1).max(64),
  token: z.string().min(1).max(64),
});
export type RunToKeep = z.infer<typeof RunToKeep>;

/** What may be said beside a draft: how long it lasts, whom it came from, which run to keep. */
export const SnippetSettings = z.object({
  title: SnippetTitle.optional(),
  visibility: Visibility.optional(),
  expiry: Expiry.optional(),
});
export type SnippetSettings = z.infer<typeof SnippetSettings>;

/** The body that creates a snippet. */
export const NewSnippet = SnippetDraft.extend({
  visibility: Visibility.default('unlisted'),
  expiry: Expiry.default('never'),
  forkedFrom: RevisionName.optional(),
  run: RunToKeep.optional(),
});

/** The body that adds a revision. */
export const NewRevision = SnippetDraft.extend({ run: RunToKeep.optional() });

/** The body that changes a snippet without a new revision: its title, who may find it, how long it lasts. */
export const SnippetChange = SnippetSettings.strict().refine(
  (change) => Object.keys(change).length > 0,
  'must name title, visibility or expiry',
);

/** What of the last run is there to read. */
const RecordingNote = z.object({ outcome: z.string(), recordedAt: z.iso.datetime() });

/** A snippet as it is read: hidden tests are whole for its owner, and redacted for everybody else. */
export const Snippet = SnippetDraft.extend({
  id: SnippetId,
  tests: z.array(z.union([TestCase, RedactedTest])),
  /** The revision that this is, and the latest there is. */
  revision: RevisionNumber,
  head: RevisionNumber,
  /** The language's version on this server when it was saved, where that was known. */
  languageVersion: z.string().nullable(),
  visibility: Visibility,
  expiresAt: z.iso.datetime().nullable(),
  burnsAfterView: z.boolean(),
  forkedFrom: RevisionName.nullable(),
  recording: RecordingNote.nullable(),
  /** How often its page was shown; for its owner only. */
  views: z.number().int().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Snippet = z.infer<typeof Snippet>;

/** Whether the run that was named is kept now, and if not, why, in words for people. */
export const RecordingVerdict = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal(true) }),
  z.object({ kept: z.literal(false), message: z.string() }),
]);
export type RecordingVerdict = z.infer<typeof RecordingVerdict>;

/** The answer to saving. `run` is there when one was named. */
export const SavedSnippet = Snippet.extend({ run: RecordingVerdict.optional() });
export type SavedSnippet = z.infer<typeof SavedSnippet>;

/** The answer to creating: the only time the edit token is ever told. Only its hash is kept. */
export const CreatedSnippet = SavedSnippet.extend({
  editToken: z.string(),
  url: z.string(),
  /** Of a fork: how many tests stayed behind because they are hidden. */
  hiddenTestsLeftOut: z.number().int().positive().optional(),
});
export type CreatedSnippet = z.infer<typeof CreatedSnippet>;

/** The revisions of a snippet, the latest first. */
export const RevisionList = z.object({
  id: SnippetId,
  head: RevisionNumber,
  revisions: z.array(
    z.object({
      number: RevisionNumber,
      title: z.string(),
      language: z.string(),
      languageVersion: z.string().nullable(),
      createdAt: z.iso.datetime(),
      hasRecording: z.boolean(),
      url: z.string(),
    }),
  ),
});
export type RevisionList = z.infer<typeof RevisionList>;

/** A reader's complaint, for the operator. */
export const SnippetReport = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
});

/** Overrides for `POST /api/v1/snippets/:id/execute`; what is not said comes from the snippet. */
export const SnippetExecuteRequest = z.object({
  stdin: Stdin.optional(),
  args: Args.optional(),
  timeout_sec: z.number().optional(),
  /** True runs the snippet's saved tests, which bring their own stdin and args; a list is run in their place. */
  tests: z.union([z.boolean(), TestCases]).optional(),
  stop_at_first_failure: z.boolean().optional(),
});
export type SnippetExecuteRequest = z.infer<typeof SnippetExecuteRequest>;
