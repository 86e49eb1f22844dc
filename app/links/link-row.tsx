'use client';

import { useEffect, useRef, useState } from 'react';
import { formatDay } from '#protocol/format-day.ts';
import { expiryWords, isExpiry, visibilityWords } from '../_share/choice-fields.tsx';
import { CopyButton } from '../_theme/copy-button.tsx';
import styles from './my-links.module.css';
import type { LinkChange, MyLink, MyLinks } from './use-my-links.ts';

interface LinkRowProps {
  readonly link: MyLink;
  readonly mine: MyLinks;
  readonly languageName: (id: string) => string;
}

/** One link, with all that its owner may do to it. */
export function LinkRow({ link, mine, languageName }: LinkRowProps) {
  const { id, note, answer } = link;
  const [fault, setFault] = useState<string>();
  const perform = (work: Promise<string | undefined>) => void work.then(setFault).catch(reportError);
  const about = answer?.ok ? answer.value : note;
  const title = about?.title || 'Untitled snippet';
  return (
    <li className={styles['row']}>
      <div className={styles['head']}>
        <a className={styles['name']} href={`/s/${id}`} dir="auto">
          {title}
        </a>
        <span className={styles['note']}>
          /s/{id}
          {about && ` · ${languageName(about.language)} · made on ${formatDay(about.createdAt)}`}
          {answer?.ok && lifeWords(answer.value)}
        </span>
      </div>
      {answer === undefined && <p className={styles['note']}>Asking the server…</p>}
      {answer && !answer.ok && <Away answer={answer} title={title} onForget={() => mine.forget(link)} />}
      {answer?.ok && (
        <Tools
          title={title}
          link={link}
          snippet={answer.value}
          onChange={(change) => perform(mine.change(link, change))}
          onRotate={() => perform(mine.rotate(link))}
          onDelete={() => perform(mine.remove(link))}
        />
      )}
      {fault !== undefined && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </li>
  );
}

type Snippet = Extract<NonNullable<MyLink['answer']>, { ok: true }>['value'];

function lifeWords({ expiresAt, burnsAfterView, revision, views = 0 }: Snippet): string {
  const seen = views === 0 ? '' : ` · shown ${views === 1 ? 'once' : `${views} times`}`;
  const end = expiresAt === null ? '' : ` · expires on ${formatDay(expiresAt)}`;
  return ` · revision ${revision}${seen}${end}${burnsAfterView ? ' · deleted when it is first opened' : ''}`;
}

interface AwayProps {
  readonly answer: { readonly status: number; readonly words: string };
  readonly title: string;
  readonly onForget: () => void;
}

/** It is gone, or cannot be asked about now. */
function Away({ answer: { status, words }, title, onForget }: AwayProps) {
  const isGone = status === 404 || status === 410 || status === 403;
  return (
    <p className={styles['away']}>
      {words}
      {isGone && (
        <button type="button" onClick={onForget} aria-label={`Forget ${title}`}>
          Forget it
        </button>
      )}
    </p>
  );
}

interface ToolsProps {
  readonly title: string;
  readonly link: MyLink;
  readonly snippet: Snippet;
  readonly onChange: (change: LinkChange) => void;
  readonly onRotate: () => void;
  readonly onDelete: () => void;
}

function Tools({ title, link, snippet, onChange, onRotate, onDelete }: ToolsProps) {
  const [asked, ask] = useState<'name' | 'key' | 'delete' | null>(null);
  const done = () => ask(null);
  if (asked === 'name')
    return <NameForm title={snippet.title} onName={(name) => onChange({ title: name })} onDone={done} />;
  if (asked === 'key')
    return (
      <Question
        words="The link gets another edit key. The one before opens nothing any more, wherever it is kept."
        yes="Make a new key"
        onYes={onRotate}
        onDone={done}
      />
    );
  if (asked === 'delete')
    return (
      <Question
        words={`This deletes “${title}” with all its revisions, for everybody who has the link. It cannot be undone.`}
        yes="Delete it for everybody"
        onYes={onDelete}
        onDone={done}
      />
    );
  const button = (what: 'name' | 'key' | 'delete', words: string) => (
    <button type="button" onClick={() => ask(what)} aria-label={`${words}: ${title}`} data-tone={what}>
      {words}
    </button>
  );
  return (
    <div className={styles['tools']}>
      {button('name', 'Rename')}
      <select
        aria-label={`Visibility of ${title}`}
        value={snippet.visibility}
        onChange={({ target }) => onChange({ visibility: target.value === 'public' ? 'public' : 'unlisted' })}
      >
        {Object.entries(visibilityWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <ExpiryField title={title} snippet={snippet} onChange={onChange} />
      <CopyButton text={() => link.editToken} label={`Copy edit key: ${title}`}>
        Copy edit key
      </CopyButton>
      {button('key', 'New edit key')}
      {button('delete', 'Delete…')}
    </div>
  );
}

function ExpiryField({ title, snippet, onChange }: Pick<ToolsProps, 'title' | 'snippet' | 'onChange'>) {
  const { expiresAt, burnsAfterView } = snippet;
  const now = burnsAfterView ? 'first_view' : 'never';
  return (
    <select
      aria-label={`Expiry of ${title}`}
      value={expiresAt === null ? now : ''}
      onChange={({ target }) => isExpiry(target.value) && onChange({ expiry: target.value })}
    >
      {expiresAt !== null && <option value="">Expires on {formatDay(expiresAt)}</option>}
      {Object.entries(expiryWords).map(([value, words]) => (
        <option key={value} value={value}>
          {value === 'first_view' ? words : `Expires: ${words}`}
        </option>
      ))}
    </select>
  );
}

interface NameFormProps {
  readonly title: string;
  readonly onName: (title: string) => void;
  readonly onDone: () => void;
}

function NameForm({ title, onName, onDone }: NameFormProps) {
  const [typed, setTyped] = useState(title);
  return (
    <form
      className={styles['tools']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== title) onName(typed.trim());
        onDone();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
    >
      <input
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        maxLength={80}
        aria-label="Title"
        // biome-ignore lint/a11y/noAutofocus: the field is what was asked for
        autoFocus
      />
      <button type="submit">Rename</button>
      <button type="button" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
}

interface QuestionProps {
  readonly words: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onDone: () => void;
}

function Question({ words, yes, onYes, onDone }: QuestionProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div className={styles['question']}>
      <p>{words}</p>
      <div className={styles['tools']}>
        <button ref={no} type="button" onClick={onDone} aria-description={words}>
          Leave it as it is
        </button>
        <button
          type="button"
          data-tone="delete"
          onClick={() => {
            onYes();
            onDone();
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  );
}
