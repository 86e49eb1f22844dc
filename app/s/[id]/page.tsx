import type { Metadata } from 'next';
import { fetchLanguages, findLanguage } from '../../_languages/languages.ts';
import { MessagePage } from '../../_theme/message-page.tsx';
import { openShared } from '../../api/open-shared.ts';
import { readWebConfig } from '../../config.ts';
import { parseLines } from './line-range.ts';
import { SealedSnippet } from './sealed-snippet.tsx';
import { SharedSnippet } from './shared-snippet.tsx';

interface SharePageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Whoever has the link may read; nobody is meant to find it by searching, unless its owner says so. */
export async function generateMetadata(props: SharePageProps): Promise<Metadata> {
  const [shared, languages] = await Promise.all([load(props), fetchLanguages()]);
  if (shared.status !== 'open') return { title: 'A snippet', robots: { index: false } };
  const { snippet } = shared;
  const language = findLanguage(languages, snippet.language)?.name ?? snippet.language;
  const title = snippet.title || `A ${language} snippet`;
  const lines = snippet.code.split('\n').length;
  const description = `${lines} ${lines === 1 ? 'line' : 'lines'} of ${language}, to read and to run.`;
  return {
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: 'Bugdrill' },
    robots: { index: snippet.visibility === 'public' },
  };
}

export default async function SharePage(props: SharePageProps) {
  const [shared, languages] = await Promise.all([load(props), fetchLanguages()]);
  if (shared.status === 'sealed') return <SealedSnippet />;
  if (shared.status === 'gone')
    return (
      <MessagePage title={shared.words}>
        <a href="/">Open the editor</a>
      </MessagePage>
    );
  return (
    <SharedSnippet
      snippet={shared.snippet}
      events={shared.events}
      marked={parseLines((await props.searchParams)['L'], shared.snippet.code.split('\n').length)}
      isPermanent={/@|%40/.test((await props.params).id)}
      languages={languages}
      executionUrl={readWebConfig().PUBLIC_EXECUTION_URL ?? null}
    />
  );
}

async function load({ params, searchParams }: SharePageProps) {
  const { open } = await searchParams;
  return await openShared((await params).id, open !== undefined);
}
