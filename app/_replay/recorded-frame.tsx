'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import styles from './recorded-frame.module.css';

const RunAgain = lazy(async () => ({ default: (await import('./run-again.tsx')).RunAgain }));
const Replay = lazy(async () => ({ default: (await import('./replay.tsx')).Replay }));

interface RecordedFrameProps {
  /** Which revision's recording this is, as `Ab3dEfGh9k@3`; null where it can be asked for no more. */
  readonly name: string | null;
  readonly stdin: string;
  /** Whether this server can run it now. */
  readonly canRun: boolean;
  readonly heading: ReactNode;
  /** What is there without a script: the output as it was in the end. */
  readonly children: ReactNode;
}

/** What was recorded, and what a page with scripts can do with it. */
export function RecordedFrame({ name, stdin, canRun, heading, children }: RecordedFrameProps) {
  const [shown, setShown] = useState<'recorded' | 'replay' | 'again'>('recorded');
  const [last, setLast] = useState<typeof shown>('recorded');
  const [attempt, setAttempt] = useState(0);
  const show = (what: typeof shown) => {
    setShown(what);
    setLast(what);
    setAttempt(attempt + 1);
  };
  const close = () => setShown('recorded');
  // What was pressed comes back where Close was pressed.
  const button = (what: 'replay' | 'again', words: string) => (
    // biome-ignore lint/a11y/noAutofocus: as said above
    <button type="button" onClick={() => show(what)} autoFocus={last === what}>
      {words}
    </button>
  );
  return (
    <>
      <header className={styles['header']}>
        {heading}
        {name !== null && shown === 'recorded' && (
          <div className={styles['actions']}>
            {button('replay', 'Replay')}
            {canRun && button('again', 'Run again')}
          </div>
        )}
      </header>
      {name === null || shown === 'recorded' ? (
        children
      ) : (
        <Suspense fallback={children}>
          {shown === 'replay' ? (
            <Replay name={name} stdin={stdin} onClose={close} />
          ) : (
            <RunAgain key={attempt} name={name} onRepeat={() => show('again')} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
