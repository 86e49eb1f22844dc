import { cookies } from 'next/headers.js';
import { notFound, redirect } from 'next/navigation.js';
import type { Snippet } from '#protocol/snippet.ts';
import { CodeBlock } from './_code/code-block.tsx';
import { languageCookie } from './_languages/language-choice.ts';
import { fetchLanguages, findLanguage } from './_languages/languages.ts';
import { Workbench } from './_workbench/workbench.tsx';
import { openShared } from './api/open-shared.ts';
import { readWebConfig } from './config.ts';

const firstLanguage = 'python';

interface EditorPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditorPage({ searchParams }: EditorPageProps) {
  const { lang, s, fork } = await searchParams;
  const [languages, found] = await Promise.all([fetchLanguages(), openSnippet(s)]);
  const asked = [found?.language, lang, (await cookies()).get(languageCookie)?.value, firstLanguage];
  const names = asked.filter((name) => typeof name === 'string');
  const language =
    names.map((name) => findLanguage(languages, name)).find((known) => known !== undefined) ?? languages[0];
  if (!language) throw new Error('The execution server offers no language.');
  const opened = found?.language === language.id ? found : null;
  const code = opened?.code ?? language.template;
  return (
    <Workbench
      languages={languages}
      languageId={language.id}
      executionUrl={readWebConfig().PUBLIC_EXECUTION_URL ?? null}
      opened={opened}
      isFork={fork !== undefined}
      drawn={<CodeBlock code={code} grammar={language.grammar} label={`Code, ${language.source}`} />}
      drawnValue={code}
    />
  );
}

/** The snippet that `?s=` names. One that is not there, or can be opened once, is told as its own link tells it. */
async function openSnippet(id: string | string[] | undefined): Promise<Snippet | undefined> {
  if (id === undefined) return undefined;
  if (typeof id !== 'string') notFound();
  const shared = await openShared(id, false);
  if (shared.status !== 'open') redirect(`/s/${encodeURIComponent(id)}`);
  return shared.snippet;
}
