'use client';

import { useMemo } from 'react';
import styles from './history-pane.module.css';
import { changedLines } from './line-changes.ts';

const signs = { same: ' ', added: '+', removed: '-' } as const;

interface ChangesViewProps {
  readonly from: string;
  readonly to: string;
  /** What they are called among others of the page. */
  readonly label?: string;
}

/** What changed from one code to another, line by line. */
export function ChangesView({ from, to, label = 'Changes' }: ChangesViewProps) {
  const lines = useMemo(() => changedLines(from, to), [from, to]);
  if (lines === undefined) return <p className={styles['note']}>These two differ in too much to compare.</p>;
  if (lines.length === 0) return <p className={styles['note']}>The code is the same.</p>;
  return (
    <section className={styles['text']} aria-label={label}>
      <h2>Changes since</h2>
      <pre>
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of two texts that never change
          <span key={index} className={styles['line']} data-kind={kind}>
            {`${signs[kind]} ${text}\n`}
          </span>
        ))}
      </pre>
    </section>
  );
}
