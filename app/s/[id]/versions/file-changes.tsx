'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import styles from './snippet-versions.module.css';

const ChangesView = lazy(async () => ({
  default: (await import('../../../_history/changes-view.tsx')).ChangesView,
}));

// Monaco, for who asks for it.
const SideBySide = lazy(async () => ({
  default: (await import('../../../_code/monaco-diff.tsx')).MonacoDiff,
}));

interface FileChangesProps {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly grammar: string;
}

/** What changed in one file: as text, and side by side in an editor on request. Compared here, not by the server. */
export function FileChanges({ path, from, to, grammar }: FileChangesProps) {
  const [isHere, setHere] = useState(false);
  const [isSideBySide, setSideBySide] = useState(false);
  useEffect(() => setHere(true), []);
  return (
    <section className={styles['file']} aria-label={path}>
      <div className={styles['head']}>
        <h3>{path}</h3>
        <button type="button" aria-pressed={isSideBySide} onClick={() => setSideBySide(!isSideBySide)}>
          Side by side
        </button>
      </div>
      {isHere && (
        <Suspense fallback={<p role="status">Comparing…</p>}>
          {isSideBySide ? (
            <SideBySide {...{ from, to, grammar }} label={path} />
          ) : (
            <div className={styles['changes']}>
              <ChangesView from={from} to={to} label={`Changes in ${path}`} />
            </div>
          )}
        </Suspense>
      )}
    </section>
  );
}
