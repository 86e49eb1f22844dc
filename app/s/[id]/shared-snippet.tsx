import type { LanguageInfo } from '#protocol/language.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { CodeBlock } from '../../_code/code-block.tsx';
import { PracticeNote } from '../../_drill/practice-note.tsx';
import { grammarOfFile } from '../../_languages/grammar-of-file.ts';
import { hindranceOf } from '../../_languages/language-words.ts';
import { findLanguage } from '../../_languages/languages.ts';
import { RunSection } from '../../_run/run-section.tsx';
import { PageHeading } from '../../_theme/page-heading.tsx';
import { SiteHeader } from '../../_theme/site-header.tsx';
import { CopyLink } from './copy-link.tsx';
import { LineLinks } from './line-links.tsx';
import type { LineRange } from './line-range.ts';
import { RecordedRun } from './recorded-run.tsx';
import styles from './shared-snippet.module.css';
import { SnippetOrigin } from './snippet-origin.tsx';

interface SharedSnippetProps {
  readonly snippet: Snippet;
  /** What the run that was shared with it did. */
  readonly events?: readonly RunEvent[] | null;
  /** True where the link names this very revision, whatever comes after it. */
  readonly isPermanent?: boolean;
  /** The lines of the code that the link points to: `?L=`. */
  readonly marked?: LineRange | undefined;
  readonly languages: readonly LanguageInfo[];
  readonly executionUrl: string | null;
}

/** A saved snippet to read, which needs no script, and to run, which does. */
export function SharedSnippet(props: SharedSnippetProps) {
  const { snippet, events, languages, executionUrl } = props;
  const language = findLanguage(languages, snippet.language);
  return (
    <div className={styles['page']}>
      <SiteHeader>
        <SnippetTitle snippet={snippet} language={language} />
        {!snippet.burnsAfterView && <Actions {...props} />}
      </SiteHeader>
      <main className={styles['main']}>
        <div className={styles['files']}>
          <SnippetOrigin snippet={snippet} isPermanent={props.isPermanent === true} />
          <SnippetFiles snippet={snippet} languages={languages} marked={props.marked} />
        </div>
        <div className={styles['run']}>
          <PracticeNote snippet={snippet} />
          {events && <RecordedRun snippet={snippet} events={events} canRun={isReady(language)} />}
          <noscript>
            <p className={styles['note']}>To run this code here, allow JavaScript. Reading needs none.</p>
          </noscript>
          {language ? (
            <RunSection
              executionUrl={executionUrl}
              request={runRequest(snippet)}
              limits={language.limits.run}
              hindrance={hindranceOf(language)}
            />
          ) : (
            <p className={styles['note']}>This server does not run “{snippet.language}” now.</p>
          )}
        </div>
      </main>
    </div>
  );
}

function isReady(language: LanguageInfo | undefined): boolean {
  return language !== undefined && hindranceOf(language) === undefined;
}

/** What leads to it again: not there for what could be opened once. */
function Actions({ snippet, isPermanent }: SharedSnippetProps) {
  const path = isPermanent ? `/s/${snippet.id}@${snippet.revision}` : `/s/${snippet.id}`;
  return (
    <nav className={styles['actions']} aria-label="This snippet">
      <a href={`${path}/raw`}>Raw</a>
      <a href={`${path}.zip`} download="">
        Download
      </a>
      <CopyLink path={path} />
      <a href={`/?s=${path.slice('/s/'.length)}&fork=1`}>Fork</a>
      <a className={styles['open']} href={`/?s=${path.slice('/s/'.length)}`}>
        Open in editor
      </a>
    </nav>
  );
}

function SnippetTitle({ snippet, language }: { snippet: Snippet; language: LanguageInfo | undefined }) {
  const day = snippet.updatedAt.slice(0, 10);
  return (
    <PageHeading title={snippet.title || 'Untitled snippet'}>
      {language ? `${language.name} ${language.version}` : snippet.language} ·{' '}
      <time dateTime={snippet.updatedAt}>{day}</time>
    </PageHeading>
  );
}

function SnippetFiles({
  snippet,
  languages,
  marked,
}: Pick<SharedSnippetProps, 'snippet' | 'languages' | 'marked'>) {
  const language = findLanguage(languages, snippet.language);
  const name = snippet.entry ?? language?.source ?? 'code';
  return (
    <>
      <NamedCode
        name={name}
        code={snippet.code}
        grammar={language?.grammar ?? 'text'}
        marked={marked}
        isLinked={!snippet.burnsAfterView}
      />
      {snippet.files.map(({ path, content, encoding }) => (
        <NamedCode
          key={path}
          name={encoding === 'base64' ? `${path}, in base64` : path}
          code={content}
          grammar={grammarOfFile(path, languages) ?? 'text'}
        />
      ))}
      {snippet.stdin !== '' && <NamedCode name="Input" code={snippet.stdin} grammar="text" />}
      {snippet.args.length > 0 && (
        <NamedCode name="Arguments, one a line" code={snippet.args.join('\n')} grammar="text" />
      )}
    </>
  );
}

interface NamedCodeProps {
  readonly name: string;
  readonly code: string;
  readonly grammar: string;
  readonly marked?: LineRange | undefined;
  /** A press on a line's number makes a link to it. */
  readonly isLinked?: boolean;
}

function NamedCode({ name, code, grammar, marked, isLinked = false }: NamedCodeProps) {
  const block = <CodeBlock code={code} grammar={grammar} label={`Code, ${name}`} marked={marked} />;
  return (
    <section className={styles['file']}>
      <h2 className={styles['name']}>{name}</h2>
      {isLinked ? <LineLinks marked={marked}>{block}</LineLinks> : block}
    </section>
  );
}

/** Without saved input, what the visitor types is the input. */
function runRequest({ language, code, files, entry, stdin, args, env }: Snippet) {
  const program = { language, code, files, stdin, args, env, interactive: stdin === '' };
  return entry === undefined ? program : { ...program, entry };
}
