import { editTokenOf } from './edit-tokens.ts';
import { type Choices, choicesOf, contentOf } from './link-choices.ts';
import { type Answer, type OwnLink, readLink, type ShareDraft, type Snippet } from './link-requests.ts';
import type { Shared } from './shared.ts';

/** A link that this browser may change, and what was saved under it last. */
export interface Link extends OwnLink {
  readonly revision: number;
  readonly content: string;
  readonly runId: string | undefined;
  readonly choices: Choices;
  readonly expiresAt: string | null;
  /** Tests that are with the snippet and not in the draft. */
  readonly hidesTests: boolean;
}

/** A snippet as it was answered to saving it. */
export type Saved = Snippet & {
  readonly run?: { readonly kept: boolean; readonly message?: string } | undefined;
};

/** The saved snippet that the draft began as, where this browser may change it. */
export function openedLink({ opened }: Shared): Link | undefined {
  const editToken = opened && editTokenOf(opened.id);
  if (!opened?.draft || editToken === undefined) return undefined;
  const { id, revision, expiresAt, hidesTests, draft } = opened;
  const content = contentOf(draft);
  return {
    ...{ id, editToken, revision, expiresAt, hidesTests, content },
    runId: undefined,
    choices: choicesOf(opened),
  };
}

type Tests = NonNullable<ShareDraft['tests']>;
export const noTests: Answer<Tests> = { ok: true, value: [] };

/** The tests of the snippet that the draft does not have. */
export async function hiddenTestsOf(link: Link): Promise<Answer<Tests>> {
  const answer = await readLink(link);
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value.tests.flatMap((test) => ('redacted' in test || !test.hidden ? [] : [test])),
  };
}

export const runOf = ({ run }: Shared, choices: Choices) => (choices.run && run ? { run } : {});
export const runIdOf = ({ run }: Shared, choices: Choices) => (choices.run ? run?.runId : undefined);
export const endOf = ({ revision, expiresAt }: Snippet) => ({ revision, expiresAt });

/** Why the run that was named is not kept, if it is not. */
export function wordsOf({ run }: Saved): string | undefined {
  return run?.kept === false ? run.message : undefined;
}
