'use client';

import { useEffect, useRef, useState } from 'react';
import { toast } from '../_theme/toast.ts';
import styles from './setting-field.module.css';

/** All that is kept of a person, to take along or to delete. */
export function DataSettings() {
  return (
    <>
      <Export />
      <Delete />
    </>
  );
}

function Export() {
  const [withTokens, setWithTokens] = useState(false);
  const start = () =>
    void import('./kept-things.ts')
      .then(async ({ keptThings, saveAsFile }) => saveAsFile(await keptThings(withTokens)))
      .catch(() => toast.error('The browser did not hand out what it keeps.'));
  return (
    <div className={styles['row']}>
      <div className={styles['said']}>
        <span>Export everything</span>
        <p className={styles['help']}>One JSON file with your drafts, history and settings.</p>
        <label className={styles['extra']}>
          <input
            type="checkbox"
            checked={withTokens}
            onChange={({ target }) => setWithTokens(target.checked)}
          />
          With the rights to edit your links: whoever has the file has them too.
        </label>
      </div>
      <button type="button" className={styles['button']} onClick={start}>
        Export
      </button>
    </div>
  );
}

function Delete() {
  const [isAsked, ask] = useState(false);
  return (
    <div className={styles['row']}>
      <div className={styles['said']}>
        <span>Delete everything</span>
        <p className={styles['help']}>All that this browser keeps for Bugdrill.</p>
      </div>
      {isAsked ? (
        <Question onKeep={() => ask(false)} />
      ) : (
        <button type="button" className={styles['button']} data-tone="err" onClick={() => ask(true)}>
          Delete…
        </button>
      )}
    </div>
  );
}

function Question({ onKeep }: { onKeep: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const forget = () =>
    void import('./kept-things.ts')
      .then(({ forgetEverything }) => forgetEverything())
      .catch(() => toast.error('The browser did not delete everything.'));
  return (
    <div className={styles['question']}>
      <p id="delete-question">
        This deletes your drafts, history, settings and the rights to edit your links from this browser, in
        all its tabs. The links themselves stay. It cannot be undone.
      </p>
      <button
        ref={keep}
        type="button"
        className={styles['button']}
        onClick={onKeep}
        aria-describedby="delete-question"
      >
        Keep everything
      </button>
      <button type="button" className={styles['button']} data-tone="err" onClick={forget}>
        Delete everything
      </button>
    </div>
  );
}
