'use client';

import { useEffect, useState } from 'react';
import type { Comparison } from '#protocol/judge.ts';
import type { Difference } from './differences.ts';
import styles from './test-case.module.css';
import boxes from './text-box.module.css';

interface DiffViewProps {
  readonly expected: string;
  readonly actual: string;
  /** How they were compared. */
  readonly kind: Comparison['kind'];
}

/** Both texts side by side, and what of each the other lacks. */
export function DiffView({ expected, actual, kind }: DiffViewProps) {
  const [showsSpace, setShowsSpace] = useState(true);
  const [difference, setDifference] = useState<Difference | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('./differences.ts').then(({ asCompared, differ }) => {
      if (!isGone) setDifference(differ(asCompared(kind, expected), asCompared(kind, actual)));
    });
    return () => {
      isGone = true;
    };
  }, [expected, actual, kind]);
  const sides = difference ?? { expected: [{ text: expected }], actual: [{ text: actual }] };
  return (
    <>
      <div className={styles['sides']}>
        <Side label="Expected" parts={sides.expected} kind="expected" showsSpace={showsSpace} />
        <Side label="Actual" parts={sides.actual} kind="actual" showsSpace={showsSpace} />
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={showsSpace}
          onChange={({ target }) => setShowsSpace(target.checked)}
        />
        <span>Show spaces and line ends that differ</span>
      </label>
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly kind: 'expected' | 'actual';
  readonly parts: Difference['expected'];
  readonly showsSpace: boolean;
}

function Side({ label, kind, parts, showsSpace }: SideProps) {
  let at = 0;
  return (
    <section className={`${boxes['box']} ${styles['printed']}`} aria-label={label}>
      <h3>{label}</h3>
      <pre>
        {parts.map(({ text, differs }) => {
          const key = at;
          at += text.length;
          if (!differs) return text;
          return (
            <mark key={key} data-kind={kind}>
              {showsSpace ? visible(text) : text}
            </mark>
          );
        })}
        {parts.length === 0 && <span className={styles['nothing']}>nothing</span>}
      </pre>
    </section>
  );
}

function visible(text: string): string {
  return text.replaceAll(' ', '·').replaceAll('\t', '→').replaceAll('\r', '␍').replaceAll('\n', '↵\n');
}
