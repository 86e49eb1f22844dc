import type {
  RevisionList,
  RevisionName,
  Snippet,
  SnippetDraft,
  SnippetSettings,
} from '#protocol/snippet.ts';
import type { SnippetName } from '#protocol/snippet-name.ts';
import { database } from './client.ts';
import { asOne, findOpenable, isKnown, notFound, notYours, opensOnce, refuseHidden } from './openable.ts';
import type { PackedRecording } from './recordings.ts';
import { burn, lifetimeOf } from './retention.ts';
import { revisionOf } from './revision-content.ts';
import { matchesHash, randomId, randomToken, sha256 } from './secrets.ts';
import { type Opened, ownersViewOf, redacted, toSnippet, viewOf, type WholeSnippet } from './snippet-view.ts';

const idAttempts = 5;

export interface OwnedSnippet {
  readonly snippet: Snippet;
  /** Told once: only its hash is kept. */
  readonly editToken: string;
}

/** What comes with a revision beside what a person wrote. */
export interface RevisionExtras {
  readonly languageVersion?: string | undefined;
  readonly recording?: PackedRecording | undefined;
}

export interface NewSnippetTerms extends RevisionExtras, SnippetSettings {
  readonly forkedFrom?: RevisionName | undefined;
  readonly newId?: () => string;
  readonly now?: Date;
}

/** Saves a snippet as its first revision. Throws `Refused` when it is too large. */
export async function createSnippet(draft: SnippetDraft, terms: NewSnippetTerms = {}): Promise<OwnedSnippet> {
  const { forkedFrom, newId = randomId, now = new Date(), visibility = 'unlisted', expiry = 'never' } = terms;
  const revision = revisionOf(draft, terms);
  const editToken = randomToken();
  const row = await withFreshId(newId, (id) =>
    database().snippet.create({
      data: {
        id,
        title: draft.title,
        editTokenHash: sha256(editToken),
        visibility,
        ...lifetimeOf(expiry, now),
        forkedFromId: forkedFrom?.id ?? null,
        forkedFromNumber: forkedFrom?.revision ?? null,
        createdAt: now,
        updatedAt: now,
        revisions: { create: { number: 1, createdAt: now, ...revision.row(now) } },
      },
    }),
  );
  return { snippet: toSnippet(row, revision.shown(1, now)), editToken };
}

/**
 * The snippet as its link shows it; what may be opened once is gone with that. Only who holds the edit token sees the
 * hidden tests; for everybody else they are redacted. Who shows a token that is not its own opens nothing that can be
 * opened once: it was its owner, before the token was replaced, who looks after it. Throws `Refused` when there is none,
 * or it is gone.
 */
export async function openSnippet(name: SnippetName, editToken = '', now = new Date()): Promise<Opened> {
  const row = await findOpenable(database(), name.id, now);
  if (matchesHash(editToken, row.editTokenHash)) return await ownersViewOf(database(), row, name.revision);
  if (editToken !== '' && row.burnsAfterView) throw notYours();
  return redacted(await openForStranger(name, now));
}

/** The snippet with its hidden tests, to be run or copied here and not to be shown. That counts as opening it. */
export async function openWhole(
  name: SnippetName,
  editToken = '',
  now = new Date(),
): Promise<Opened<WholeSnippet> & { readonly isOwner: boolean }> {
  const row = await findOpenable(database(), name.id, now);
  const isOwner = matchesHash(editToken, row.editTokenHash);
  const opened = isOwner ? await viewOf(database(), row, name.revision) : await openForStranger(name, now);
  return { ...opened, isOwner };
}

/**
 * The snippet for what nobody opens by hand: frames, pictures, previews. Never what can be opened once, which would be
 * gone with that: throws `Refused` for it (`not_yours`), and else as opening it would.
 */
export async function openLasting({ id, revision }: SnippetName, now = new Date()): Promise<Opened> {
  const row = await findOpenable(database(), id, now);
  refuseHidden(row);
  if (row.burnsAfterView) throw opensOnce();
  return redacted(await viewOf(database(), row, revision));
}

/** Counts that a snippet's page was shown once more. */
export async function countView(id: string): Promise<void> {
  await database().snippet.updateMany({ where: { id }, data: { views: { increment: 1 } } });
}

/** What can be known of a snippet without opening it. Throws `Refused` as opening it would. */
export async function peekSnippet(
  { id, revision }: SnippetName,
  now = new Date(),
): Promise<{ readonly burnsAfterView: boolean }> {
  const row = await findOpenable(database(), id, now);
  refuseHidden(row);
  if (revision !== undefined && revision > row.head) throw notFound();
  return { burnsAfterView: row.burnsAfterView };
}

/** The revisions that there are, the latest first. Throws `Refused` when there is no such snippet. */
export async function listRevisions(id: string, editToken = '', now = new Date()): Promise<RevisionList> {
  const row = await findOpenable(database(), id, now);
  if (!matchesHash(editToken, row.editTokenHash)) refuseHidden(row);
  const revisions = await database().revision.findMany({
    where: { snippetId: id },
    orderBy: { number: 'desc' },
    // The hash would let hidden tests be guessed.
    omit: { content: true, contentHash: true, statement: true },
    include: { recording: { select: { number: true } } },
  });
  return {
    id,
    head: row.head,
    revisions: revisions.map(({ recording, snippetId: _, createdAt, ...revision }) => ({
      ...revision,
      createdAt: createdAt.toISOString(),
      hasRecording: recording !== null,
      url: `/s/${id}@${revision.number}`,
    })),
  };
}

/** Whether the database answers and knows our tables. */
export async function databaseAnswers(): Promise<boolean> {
  return await database()
    .snippet.findFirst({ select: { id: true } })
    .then(
      () => true,
      () => false,
    );
}

/** Of several who open at once what can be opened once, exactly one is here first. */
async function openForStranger(name: SnippetName, now: Date): Promise<Opened<WholeSnippet>> {
  const row = await findOpenable(database(), name.id, now);
  refuseHidden(row);
  if (!row.burnsAfterView) return await viewOf(database(), row, name.revision);
  return await asOne((tables) => burn(tables, name, now));
}

async function withFreshId<T>(newId: () => string, insert: (id: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await insert(newId());
    } catch (error) {
      if (!isKnown(error, 'P2002') || attempt === idAttempts) throw error;
    }
  }
}
