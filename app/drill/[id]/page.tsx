import type { Metadata } from 'next';
import { headers } from 'next/headers.js';
import type { Snippet } from '#protocol/snippet.ts';
import { CodeBlock } from '../../_code/code-block.tsx';
import { DrillBench } from '../../_drill/drill-bench.tsx';
import { ExampleTests } from '../../_drill/example-tests.tsx';
import { StatementView } from '../../_drill/statement-view.tsx';
import { fetchLanguages, findLanguage } from '../../_languages/languages.ts';
import { MessagePage } from '../../_theme/message-page.tsx';
import { countShown, openShared } from '../../api/open-shared.ts';
import { setPageStatus } from '../../api/peer.ts';
import { readWebConfig } from '../../config.ts';

interface DrillPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: DrillPageProps): Promise<Metadata> {
  const shared = await openShared((await params).id, false);
  if (shared.status !== 'open') return { title: 'A drill', robots: { index: false } };
  const { title, visibility } = shared.snippet;
  return { title: title || 'A drill', robots: { index: visibility === 'public' } };
}

/** A drill to read, which needs no script, and to solve, which does. */
export default async function DrillPage({ params }: DrillPageProps) {
  const { id } = await params;
  const [shared, languages] = await Promise.all([openShared(id, false), fetchLanguages()]);
  if (shared.status === 'gone') {
    return (
      <MessagePage title={shared.words}>
        <a href="/">Open the editor</a>
      </MessagePage>
    );
  }
  if (shared.status === 'sealed')
    return await noDrill('What can be opened once is not a drill: nobody could try it twice.', id);
  const { snippet } = shared;
  if (snippet.tests.length === 0) return await noDrill('This snippet is not a drill: it has no tests.', id);
  const language = findLanguage(languages, snippet.language);
  if (!language) return await noDrill(`This server does not run “${snippet.language}” now.`, id);
  await countShown(snippet);
  return (
    <DrillBench
      drill={snippet}
      languages={languages}
      language={language}
      executionUrl={readWebConfig().PUBLIC_EXECUTION_URL ?? null}
      task={<Task drill={snippet} />}
      drawn={<CodeBlock code={snippet.code} grammar={language.grammar} label={`Code, ${language.source}`} />}
    />
  );
}

function Task({ drill }: { drill: Snippet }) {
  return (
    <>
      <StatementView statement={drill.statement} />
      <ExampleTests tests={drill.tests} />
      <noscript>
        <p>To solve this drill, allow JavaScript. Reading it needs none.</p>
        {drill.files
          .filter(({ encoding }) => encoding === 'utf8')
          .map(({ path, content }) => (
            <section key={path} aria-label={`Code, ${path}`}>
              <h2>{path}</h2>
              <pre>{content}</pre>
            </section>
          ))}
      </noscript>
    </>
  );
}

async function noDrill(words: string, id: string) {
  setPageStatus(await headers(), 404);
  return (
    <MessagePage title={words}>
      <a href={`/s/${id}`}>Open the snippet</a>
    </MessagePage>
  );
}
