import { cookies } from 'next/headers.js';
import { notFound } from 'next/navigation.js';
import { readSnippet } from '#prisma/snippets.ts';
import { type Snippet, SnippetId } from '#protocol/snippet.ts';
import { CodeBlock } from './_code/code-block.tsx';
import { languageCookie } from './_languages/language-choice.ts';
import { fetchLanguages, findLanguage } from './_languages/languages.ts';
import { Workbench } from './_workbench/workbench.tsx';
import { readWebConfig } from './config.ts';

const firstLanguage = 'python';

interface EditorPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditorPage({ searchParams }: EditorPageProps) {
  const { lang, s } = await searchParams;
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
      drawn={<CodeBlock code={code} grammar={language.grammar} label={`Code, ${language.source}`} />}
      drawnValue={code}
    />
  );
}

/** The snippet that `?s=` names. One that does not exist is told as its own link tells it. */
async function openSnippet(id: string | string[] | undefined): Promise<Snippet | undefined> {
  if (id === undefined) return undefined;
  const parsed = SnippetId.safeParse(id);
  const snippet = parsed.success ? await readSnippet(parsed.data) : undefined;
  if (snippet === undefined) notFound();
  return snippet;
}
