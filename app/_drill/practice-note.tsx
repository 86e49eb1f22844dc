import type { Snippet } from '#protocol/snippet.ts';
import styles from './practice-note.module.css';

/** On a shared snippet that can be solved: the way to where that is done. */
export function PracticeNote({ snippet: { id, statement, tests, burnsAfterView } }: { snippet: Snippet }) {
  const isDrill = tests.length > 0 && (statement !== '' || tests.some((test) => test.hidden));
  if (!isDrill || burnsAfterView) return null;
  return (
    <section className={styles['note']} aria-label="Practice">
      <p>
        This is a drill with {tests.length === 1 ? 'one test' : `${tests.length} tests`}.{' '}
        <a href={`/drill/${id}`}>Solve it</a>
      </p>
    </section>
  );
}
