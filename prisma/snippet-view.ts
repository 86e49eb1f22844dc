import type { RevisionName, Snippet } from '#protocol/snippet.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import type { Recording, Revision, Snippet as SnippetRow } from './generated/client.ts';
import { notFound, type Tables } from './openable.ts';

export type WholeSnippet = Omit<Snippet, 'tests'> & Pick<SnippetDraft, 'tests'>;

/** A snippet that was opened, with the events of its recording as they are kept: `unpackEvents` reads them. */
export interface Opened<Shown extends Snippet = Snippet> {
  readonly snippet: Shown;
  readonly events: Uint8Array | null;
}

/** One revision of a snippet, or the one that its link shows. Throws `Refused` when there is no such revision. */
export async function viewOf(
  tables: Tables,
  row: SnippetRow,
  number?: number,
): Promise<Opened<WholeSnippet>> {
  const revision = await tables.revision.findUnique({
    where: { snippetId_number: { snippetId: row.id, number: number ?? row.head } },
    include: { recording: true },
  });
  if (revision === null) throw notFound();
  const isPermanent = number !== undefined;
  const title = isPermanent ? revision.title : row.title;
  const updatedAt = isPermanent ? revision.createdAt : row.updatedAt;
  const snippet = toSnippet({ ...row, title, updatedAt }, revision);
  return { snippet, events: revision.recording?.events ?? null };
}

/** The same as its owner may see it: with how often it was shown. */
export async function ownersViewOf(tables: Tables, row: SnippetRow, number?: number) {
  const { snippet, events } = await viewOf(tables, row, number);
  return { snippet: { ...snippet, views: row.views }, events };
}

type RevisionPart = Pick<Revision, 'statement' | 'language' | 'languageVersion' | 'number'> & {
  readonly content: unknown;
  readonly recording: Pick<Recording, 'finished' | 'createdAt'> | null;
};

/** What is told of a snippet, with everything that is hidden of it. */
export function toSnippet(row: SnippetRow, revision: RevisionPart): WholeSnippet {
  const { statement, language, languageVersion, content, number } = revision;
  return {
    ...SnippetDraft.parse({ ...(content as object), title: row.title, statement, language }),
    id: row.id,
    revision: number,
    head: row.head,
    languageVersion,
    visibility: row.visibility === 'public' ? 'public' : 'unlisted',
    expiresAt: row.expiresAt?.toISOString() ?? null,
    burnsAfterView: row.burnsAfterView,
    forkedFrom: originOf(row),
    recording: noteOf(revision.recording),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Nothing of a hidden test but its name: not even how it is compared, for that can hold what is expected. */
export function redacted({ snippet, events }: Opened<WholeSnippet>): Opened {
  const tests = snippet.tests.map((test) =>
    test.hidden ? { name: test.name, hidden: true as const, redacted: true as const } : test,
  );
  return { snippet: { ...snippet, tests }, events };
}

function originOf({ forkedFromId: id, forkedFromNumber: revision }: SnippetRow): RevisionName | null {
  return id === null || revision === null ? null : { id, revision };
}

function noteOf(recording: RevisionPart['recording']): Snippet['recording'] {
  if (recording === null) return null;
  const { outcome } = recording.finished as { outcome?: { kind?: string } };
  return { outcome: outcome?.kind ?? 'platform_fault', recordedAt: recording.createdAt.toISOString() };
}
