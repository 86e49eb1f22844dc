'use client';

import { useEffect, useState } from 'react';
import { DialogHead } from '../_commands/dialog-head.tsx';
import { timeWords } from '../_theme/time-words.ts';
import { toast } from '../_theme/toast.ts';
import { nameOf } from './draft.ts';
import { holdDraft } from './draft-hold.ts';
import styles from './draft-list.module.css';
import { forgetDraft, type KeptDrafts, keepDraft, listDrafts, rawDraft } from './draft-store.ts';
import type { KeptDraft } from './kept-draft.ts';

interface DraftListProps {
  /** The draft that is shown. */
  readonly currentId: string | undefined;
  readonly languageName: (id: string) => string;
  readonly onOpen: (draft: KeptDraft) => void;
  /** Gives the person what could not be read, as a file. */
  readonly onTake: (file: { readonly path: string; readonly content: string }) => void;
  readonly onClose: () => void;
}

/** Every draft of this browser: to open one, or to delete it. */
export function DraftList({ currentId, languageName, onOpen, onTake, onClose }: DraftListProps) {
  const [kept, setKept] = useState<KeptDrafts>();
  const read = async () => setKept(await listDrafts());
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the list is opened
  useEffect(() => void read(), []);
  const remove = (draft: KeptDraft) => void removeDraft(draft, read).catch(reportError);
  const take = async (id: string) => onTake({ path: `draft-${id}.json`, content: await rawDraft(id) });
  return (
    <>
      <DialogHead title="Drafts in this browser" onClose={onClose} />
      {kept?.drafts.length === 0 && (
        <p className={styles['none']}>None yet. What you write is kept by itself.</p>
      )}
      <ul className={styles['list']}>
        {kept?.drafts.map((draft) => (
          <li key={draft.id} className={styles['row']}>
            <button type="button" className={styles['open']} onClick={() => onOpen(draft)}>
              <span className={styles['name']}>{nameOf(draft)}</span>
              <span className={styles['note']}>
                {languageName(draft.language)} · {timeWords(draft.keptAt)}
                {draft.id === currentId && ' · open here'}
              </span>
            </button>
            {draft.id !== currentId && (
              <button
                type="button"
                className={styles['delete']}
                onClick={() => remove(draft)}
                aria-label={`Delete ${nameOf(draft)}`}
              >
                Delete
              </button>
            )}
          </li>
        ))}
      </ul>
      {kept?.unreadable.map((id) => (
        <p key={id} className={styles['broken']}>
          A draft here cannot be read. It is left as it is.{' '}
          <button type="button" onClick={() => void take(id).catch(reportError)}>
            Download it
          </button>
        </p>
      ))}
    </>
  );
}

/** Not where another tab is writing it. */
async function removeDraft(draft: KeptDraft, onChange: () => Promise<void>): Promise<void> {
  const release = await holdDraft(draft.id, { isOwn: false });
  if (!release) return toast.error('This draft is open in another tab.');
  await forgetDraft(draft.id);
  release();
  await onChange();
  const undo = () => void keepDraft(draft).then(onChange).catch(reportError);
  toast(`${nameOf(draft)} was deleted`, { action: { label: 'Undo', onClick: undo } });
}
