'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import styles from './recorded-frame.module.css';

const Replay = lazy(async () => ({ default: (await import('./replay.tsx')).Replay }));

interface RecordedFrameProps {
  /** Which revision's recording this is, as `Ab3dEfGh9k@3`; null where it can be asked for no more. */
  readonly name: string | null;
  readonly stdin: string;
  readonly heading: ReactNode;
  /** What is there without a script: the output as it was in the end. */
  readonly children: ReactNode;
}

/** What was recorded, and what a page with scripts can do with it. */
export function RecordedFrame({ name, stdin, heading, children }: RecordedFrameProps) {
  const [isReplayed, setReplayed] = useState(false);
  const [wasReplayed, setWasReplayed] = useState(false);
  const replay = () => {
    setReplayed(true);
    setWasReplayed(true);
  };
  return (
    <>
      <header className={styles['header']}>
        {heading}
        {name !== null && !isReplayed && (
          <div className={styles['actions']}>
            <button
              type="button"
              onClick={replay}
              // biome-ignore lint/a11y/noAutofocus: it comes back where Close was pressed
              autoFocus={wasReplayed}
            >
              Replay
            </button>
          </div>
        )}
      </header>
      {name !== null && isReplayed ? (
        <Suspense fallback={children}>
          <Replay name={name} stdin={stdin} onClose={() => setReplayed(false)} />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
}
