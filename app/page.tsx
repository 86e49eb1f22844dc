import { cookies } from 'next/headers.js';
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
  const languages = await fetchLanguages();
  const asked = [(await searchParams)['lang'], (await cookies()).get(languageCookie)?.value, firstLanguage];
  const names = asked.filter((name) => typeof name === 'string');
  const language =
    names.map((name) => findLanguage(languages, name)).find((found) => found !== undefined) ?? languages[0];
  if (!language) throw new Error('The execution server offers no language.');
  return (
    <Workbench
      languages={languages}
      languageId={language.id}
      executionUrl={readWebConfig().PUBLIC_EXECUTION_URL ?? null}
      drawn={
        <CodeBlock code={language.template} grammar={language.grammar} label={`Code, ${language.source}`} />
      }
      drawnValue={language.template}
    />
  );
}
