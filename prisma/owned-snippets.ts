import { Refused } from '#protocol/problem.ts';
import type { Snippet, SnippetDraft, SnippetSettings } from '#protocol/snippet.ts';
import { database } from './client.ts';
import type { Snippet as SnippetRow } from './generated/client.ts';
import { asOne, findOpenable, notYours, type Tables } from './openable.ts';
import type { PackedRecording } from './recordings.ts';
import { lifetimeOf } from './retention.ts';
import { revisionOf } from './revision-content.ts';
import { matchesHash, randomToken, sha256 } from './secrets.ts';
import { ownersViewOf, toSnippet } from './snippet-view.ts';

/** Which snippet is to be changed, and what shows the right to. */
export interface Claim {
  readonly id: string;
  readonly editToken: string;
}

export interface RevisionTerms {
  readonly languageVersion?: string | undefined;
  readonly recording?: PackedRecording | undefined;
  /** The revisions of which one must be the latest, so that none is written over unseen. Unsaid, any may be. */
  readonly ifHead?: readonly number[] | undefined;
  readonly now?: Date;
}

/** Throws `Refused` for whoever may not change the snippet, before anything they send is looked at. */
export async function checkOwner(claim: Claim, now = new Date()): Promise<void> {
  await findOwned(database(), claim, now);
}

/** Adds a revision, which the link shows from now on. Throws `Refused` when that may not be. */
export async function reviseSnippet(
  claim: Claim,
  draft: SnippetDraft,
  terms: RevisionTerms = {},
): Promise<Snippet> {
  const { now = new Date() } = terms;
  const revision = revisionOf(draft, terms);
  return await owned(claim, now, async (tables, { id, head }) => {
    refuseUnseen(terms.ifHead, head);
    const moved = await tables.snippet.update({
      where: { id },
      data: { head: { increment: 1 }, title: draft.title, updatedAt: now },
    });
    await tables.revision.create({
      data: { snippetId: id, number: moved.head, createdAt: now, ...revision.row(now) },
    });
    return toSnippet(moved, revision.shown(moved.head, now));
  });
}

/** Gives a snippet another title, visibility or end, without a new revision. Throws `Refused` when that may not be. */
export async function changeSnippet(
  claim: Claim,
  { title, visibility, expiry }: SnippetSettings,
  now = new Date(),
): Promise<Snippet> {
  return await owned(claim, now, async (tables, { id }) => {
    const row = await tables.snippet.update({
      where: { id },
      data: {
        ...(title === undefined ? {} : { title }),
        ...(visibility === undefined ? {} : { visibility }),
        ...(expiry === undefined ? {} : lifetimeOf(expiry, now)),
      },
    });
    return (await ownersViewOf(tables, row)).snippet;
  });
}

/** Deletes a snippet with all its revisions and recordings, leaving no trace. Throws `Refused` when that may not be. */
export async function deleteSnippet(claim: Claim, now = new Date()): Promise<void> {
  await owned(claim, now, (tables, { id }) => tables.snippet.delete({ where: { id } }));
}

/** A new edit token; the one that was shown opens nothing from now on. Throws `Refused` when that may not be. */
export async function rotateToken(claim: Claim, now = new Date()): Promise<string> {
  const editToken = randomToken();
  await owned(claim, now, (tables, { id }) =>
    tables.snippet.update({ where: { id }, data: { editTokenHash: sha256(editToken) } }),
  );
  return editToken;
}

/** Does `work` for the snippet's owner, as one with the check that it is. */
function owned<T>(
  claim: Claim,
  now: Date,
  work: (tables: Tables, row: SnippetRow) => Promise<T>,
): Promise<T> {
  return asOne(async (tables) => work(tables, await findOwned(tables, claim, now)));
}

async function findOwned(tables: Tables, { id, editToken }: Claim, now: Date): Promise<SnippetRow> {
  const row = await findOpenable(tables, id, now);
  if (!matchesHash(editToken, row.editTokenHash)) throw notYours();
  return row;
}

function refuseUnseen(ifHead: readonly number[] | undefined, head: number): void {
  if (ifHead === undefined || ifHead.includes(head)) return;
  throw new Refused({
    code: 'precondition_failed',
    message: `The latest revision is number ${head}. Read it first, or save without If-Match.`,
  });
}
