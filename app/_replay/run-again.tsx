'use client';

import { useEffect, useState } from 'react';
import { unreachableWords } from '../_server/post-json.ts';
import { askAgain } from './ask-again.ts';
import type { Comparison, Row } from './compare.ts';
import styles from './recorded-frame.module.css';
import type { TextDifference } from './text-difference.ts';

interface RunAgainProps {
  readonly name: string;
  readonly onRepeat: () => void;
  readonly onClose: () => void;
}

/** Runs the snippet now, and shows what is other than it was. Leaving it stops the run. */
export function RunAgain({ name, onRepeat, onClose }: RunAgainProps) {
  const [found, setFound] = useState<Comparison | string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void askAgain(name, leaving.signal)
      .catch(() => unreachableWords)
      .then((comparison) => {
        if (!leaving.signal.aborted) setFound(comparison);
      });
    return () => leaving.abort();
  }, [name]);
  return (
    <div className={styles['again']}>
      <div className={styles['bar']}>
        <p className={styles['verdict']} role="status" data-same={isComparison(found) && found.isSame}>
          {words(found)}
        </p>
        <button type="button" onClick={onRepeat} disabled={found === null}>
          Run again
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: it stands where Run again was pressed */}
        <button type="button" onClick={onClose} autoFocus>
          Close
        </button>
      </div>
      {isComparison(found) && <Compared comparison={found} />}
    </div>
  );
}

function isComparison(found: Comparison | string | null): found is Comparison {
  return found !== null && typeof found !== 'string';
}

function words(found: Comparison | string | null): string {
  if (found === null) return 'Running it now…';
  if (typeof found === 'string') return found;
  return found.isSame ? '✓ It did the same as when it was recorded.' : '≠ It did not do the same.';
}

function Compared({ comparison: { rows, outputs } }: { comparison: Comparison }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className={styles['compared']} aria-label="Recorded and now" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Recorded</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Figures key={row.what} {...row} />
          ))}
        </tbody>
      </table>
      {outputs.map(({ what, difference }) => (
        <Difference key={what} what={what} difference={difference} />
      ))}
    </section>
  );
}

function Figures({ what, before, after, isSame }: Row) {
  return (
    <tr data-differs={isSame === false}>
      <th scope="row">{what}</th>
      <td>{before}</td>
      <td>
        {isSame === false && '≠ '}
        {after}
      </td>
    </tr>
  );
}

const marks = { same: ' ', removed: '−', added: '+', gap: ' ' } as const;

function Difference({ what, difference }: { what: string; difference: TextDifference }) {
  const { isSame, isEmpty, lines } = difference;
  if (isEmpty) return null;
  if (isSame) return <p className={styles['note']}>{what}: the same.</p>;
  if (lines === null)
    return <p className={styles['note']}>{what}: too different to be compared line by line.</p>;
  if (lines.length === 0)
    return <p className={styles['note']}>{what}: differs only in what is not seen, as colours are.</p>;
  return (
    <>
      <h3 className={styles['note']}>{what}: − recorded, + now</h3>
      <pre className={styles['difference']}>
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <span key={index} data-kind={kind}>
            {`${marks[kind]} ${text}\n`}
          </span>
        ))}
      </pre>
    </>
  );
}
