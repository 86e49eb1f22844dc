import type { Metadata } from 'next';
import { notFound } from 'next/navigation.js';
import { listRevisions } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import type { RevisionList, Snippet } from '#protocol/snippet.ts';
import { parseSnippetName } from '#protocol/snippet-name.ts';
import { fetchLanguages } from '../../../_languages/languages.ts';
import { MessagePage } from '../../../_theme/message-page.tsx';
import { openShared } from '../../../api/open-shared.ts';
import { SnippetVersions } from './snippet-versions.tsx';

interface VersionsPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Versions', robots: { index: false } };

/** The revisions of a snippet, and what changed from one to another: from the last but one, unless it is said. */
export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const { id } = await params;
  const name = parseSnippetName(id);
  if (name === undefined || name.revision !== undefined) notFound();
  const shared = await openShared(id, false);
  if (shared.status !== 'open') {
    const words =
      shared.status === 'gone' ? shared.words : 'What can be opened once has no versions to show.';
    return (
      <MessagePage title={words}>
        {shared.status === 'sealed' && <a href={`/s/${id}`}>To the snippet</a>}
      </MessagePage>
    );
  }
  const [list, languages, asked] = await Promise.all([revisionsOf(id), fetchLanguages(), searchParams]);
  const to = numberIn(asked['to'], list) ?? list.head;
  const from = numberIn(asked['from'], list) ?? Math.max(1, to - 1);
  const [older, newer] = await Promise.all([revision(id, from), revision(id, to)]);
  return <SnippetVersions {...{ list, languages, older, newer }} title={shared.snippet.title} />;
}

async function revisionsOf(id: string): Promise<RevisionList> {
  try {
    return await listRevisions(id);
  } catch (error) {
    // It went between the two questions.
    if (error instanceof Refused) notFound();
    throw error;
  }
}

function numberIn(text: string | string[] | undefined, { revisions }: RevisionList): number | undefined {
  return revisions.find(({ number }) => String(number) === text)?.number;
}

async function revision(id: string, number: number): Promise<Snippet> {
  const shared = await openShared(`${id}@${number}`, false);
  return shared.status === 'open' ? shared.snippet : notFound();
}
