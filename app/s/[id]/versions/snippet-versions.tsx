import { formatDay } from '#protocol/format-day.ts';
import type { LanguageInfo } from '#protocol/language.ts';
import type { RevisionList, Snippet } from '#protocol/snippet.ts';
import { findLanguage } from '../../../_languages/find-language.ts';
import { grammarOfFile } from '../../../_languages/grammar-of-file.ts';
import { SiteHeader } from '../../../_theme/site-header.tsx';
import { FileChanges } from './file-changes.tsx';
import { pairsOf } from './pairs.ts';
import styles from './snippet-versions.module.css';

interface SnippetVersionsProps {
  readonly title: string;
  readonly list: RevisionList;
  readonly languages: readonly LanguageInfo[];
  readonly older: Snippet;
  readonly newer: Snippet;
}

/** All revisions with their links, which need no script, and what changed between two of them, which does. */
export function SnippetVersions({ title, list, languages, older, newer }: SnippetVersionsProps) {
  const language = findLanguage(languages, newer.language);
  const source = language?.source ?? 'code';
  const grammarOf = (path: string) =>
    path === (newer.entry ?? source)
      ? (language?.grammar ?? 'text')
      : (grammarOfFile(path, languages) ?? 'text');
  const pairs = pairsOf(older, newer, source);
  return (
    <div className={styles['page']}>
      <SiteHeader />
      <main className={styles['main']}>
        <h1 className={styles['title']} dir="auto">
          Versions of <a href={`/s/${list.id}`}>{title || 'Untitled snippet'}</a>
        </h1>
        <Choice list={list} from={older.revision} to={newer.revision} />
        <h2>
          From revision {older.revision} to {newer.revision}
        </h2>
        <noscript>
          <p>What changed is compared with JavaScript. The links above need none.</p>
        </noscript>
        {pairs.length === 0 && <p>These two are the same.</p>}
        {pairs.map(({ path, from, to }) => (
          <FileChanges
            key={`${older.revision} ${newer.revision} ${path}`}
            {...{ path, from, to }}
            grammar={grammarOf(path)}
          />
        ))}
      </main>
    </div>
  );
}

/** A form, so that the address says which two are compared. */
function Choice({ list, from, to }: { list: RevisionList; from: number; to: number }) {
  return (
    <form method="get" className={styles['choice']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Revision</th>
            <th scope="col">Saved</th>
            <th scope="col">Title</th>
          </tr>
        </thead>
        <tbody>
          {list.revisions.map(({ number, createdAt, title, url, hasRecording }) => (
            <tr key={number}>
              <Pick name="from" label="From" number={number} isPicked={number === from} />
              <Pick name="to" label="To" number={number} isPicked={number === to} />
              <td>
                <a href={url}>{number}</a>
              </td>
              <td>
                <time dateTime={createdAt}>
                  {formatDay(createdAt)}, {createdAt.slice(11, 16)} UTC
                </time>
              </td>
              <td dir="auto">
                {title}
                {hasRecording && <span className={styles['note']}> with a run</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="submit">Compare</button>
    </form>
  );
}

interface PickProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly number: number;
  readonly isPicked: boolean;
}

function Pick({ name, label, number, isPicked }: PickProps) {
  return (
    <td>
      <input
        type="radio"
        name={name}
        value={number}
        defaultChecked={isPicked}
        aria-label={`${label} revision ${number}`}
      />
    </td>
  );
}
