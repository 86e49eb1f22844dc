import type { Metadata } from 'next';
import { headers } from 'next/headers.js';
import { fetchLanguages, findLanguage } from '../../_languages/languages.ts';
import { cardSize } from '../../_picture/card.ts';
import { MessagePage } from '../../_theme/message-page.tsx';
import { countShown, openShared } from '../../api/open-shared.ts';
import { originOf } from '../../api/own-address.ts';
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
  const origin = originOf(await headers());
  const path = `/s/${snippet.burnsAfterView ? snippet.id : nameOf(await props.params)}`;
  const card = { url: `${path}/card.png`, ...cardSize, alt: title };
  return {
    metadataBase: new URL(origin),
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: 'Bugdrill', url: path, images: [card] },
    twitter: { card: 'summary_large_image' },
    ...(snippet.burnsAfterView ? {} : { alternates: oembedOf(origin, path) }),
    robots: { index: snippet.visibility === 'public' },
  };
}

/** What leads a page that was given this link to how it is shown there. */
function oembedOf(origin: string, path: string): Metadata['alternates'] {
  const url = `/oembed?url=${encodeURIComponent(`${origin}${path}`)}`;
  return { types: { 'application/json+oembed': url } };
}

function nameOf({ id }: { readonly id: string }): string {
  return id.replace(/%40/i, '@');
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
  await countShown(shared.snippet);
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
