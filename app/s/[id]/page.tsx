import type { Metadata } from 'next';
import { notFound } from 'next/navigation.js';
import { connection } from 'next/server.js';
import { cache } from 'react';
import { readSnippet } from '#prisma/snippets.ts';
import type { LanguageInfo } from '#protocol/language.ts';
import { type Snippet, SnippetId } from '#protocol/snippet.ts';
import { fetchLanguages, findLanguage } from '../../_languages/languages.ts';
import { readWebConfig } from '../../config.ts';
import { SharedSnippet } from './shared-snippet.tsx';

interface SharePageProps {
  readonly params: Promise<{ readonly id: string }>;
}

interface Shared {
  readonly snippet: Snippet;
  readonly languages: readonly LanguageInfo[];
}

/** Whoever has the link may read; nobody is meant to find it by searching. */
export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  const { snippet, languages } = await load((await params).id);
  const language = findLanguage(languages, snippet.language)?.name ?? snippet.language;
  const title = snippet.title || `A ${language} snippet`;
  const lines = snippet.code.split('\n').length;
  const description = `${lines} ${lines === 1 ? 'line' : 'lines'} of ${language}, to read and to run.`;
  return {
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: 'Bugdrill' },
    robots: { index: false },
  };
}

export default async function SharePage({ params }: SharePageProps) {
  const { snippet, languages } = await load((await params).id);
  return (
    <SharedSnippet
      snippet={snippet}
      languages={languages}
      executionUrl={readWebConfig().PUBLIC_EXECUTION_URL ?? null}
    />
  );
}

/** Once a request, though the page and its metadata both ask. */
const load = cache(async (id: string): Promise<Shared> => {
  await connection();
  const [snippet, languages] = await Promise.all([
    SnippetId.safeParse(id).success ? readSnippet(id) : undefined,
    fetchLanguages(),
  ]);
  if (snippet === undefined) notFound();
  return { snippet, languages };
});
