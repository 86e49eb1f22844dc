'use client';

import { useEffect, useState } from 'react';
import type { Draft } from '../_draft/draft.ts';
import { ChangesView } from './changes-view.tsx';
import { firstLineOf, type PastRun } from './history.ts';
import styles from './history-pane.module.css';
import type { History } from './use-history.ts';

interface HistoryPaneProps {
  readonly history: History;
  readonly current: Draft;
  readonly nameOf: (languageId: string) => string;
  readonly onRestore: (run: PastRun) => void;
}

/** The last runs of this browser: what was run, how it ended, the way back to it, and what changed since. */
export function HistoryPane({ history, current, nameOf, onRestore }: HistoryPaneProps) {
  const [chosenId, choose] = useState<string | null>(null);
  const [isRead, setRead] = useState(false);
  const { runs, read, clear } = history;
  useEffect(() => void read().then(() => setRead(true)), [read]);
  if (!isRead) return null;
  if (runs.length === 0) return <Empty most={history.most} />;
  return (
    <section className={styles['pane']} aria-label="History">
      <p className={styles['head']}>
        <span>The last {runs.length === 1 ? 'run' : `${runs.length} runs`} in this browser</span>
        <button type="button" onClick={clear}>
          Clear history
        </button>
      </p>
      <ol className={styles['list']}>
        {runs.map((run) => (
          <li key={run.id}>
            <button
              type="button"
              className={styles['run']}
              aria-expanded={run.id === chosenId}
              onClick={() => choose(run.id === chosenId ? null : run.id)}
            >
              <span className={styles['end']} data-tone={run.end.tone}>
                {run.end.mark} {run.end.title}
              </span>
              <span className={styles['what']}>{firstLineOf(run.draft)}</span>
              <span className={styles['note']}>
                {nameOf(run.language)} · {timeOf(run.at)}
              </span>
            </button>
            {run.id === chosenId && (
              <Details run={run} runs={runs} current={current} onRestore={() => onRestore(run)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DetailsProps {
  readonly run: PastRun;
  readonly runs: readonly PastRun[];
  readonly current: Draft;
  readonly onRestore: () => void;
}

function Details({ run, runs, current, onRestore }: DetailsProps) {
  const [otherId, compareWith] = useState('');
  const other = runs.find(({ id }) => id === otherId)?.draft ?? current;
  return (
    <div className={styles['details']}>
      <p className={styles['head']}>
        <span className={styles['note']}>{run.figures}</span>
        <button type="button" onClick={onRestore}>
          Restore
        </button>
        <label>
          <span>Compare with</span>
          <select value={otherId} onChange={({ target }) => compareWith(target.value)}>
            <option value="">what is written now</option>
            {runs
              .filter(({ id }) => id !== run.id)
              .map(({ id, at, end }) => (
                <option key={id} value={id}>
                  {timeOf(at)} · {end.title}
                </option>
              ))}
          </select>
        </label>
      </p>
      <ChangesView from={run.draft.code} to={other.code} />
      <Text label="Code" text={run.draft.code} />
      <Text label="Input" text={run.draft.stdin} />
      <Text label="Output" text={run.output} />
    </div>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <section className={styles['text']} aria-label={`${label} of this run`}>
      <h2>{label}</h2>
      <pre>{text}</pre>
    </section>
  );
}

function Empty({ most }: { most: number }) {
  return (
    <div className={styles['empty']}>
      <p>No runs yet.</p>
      <p>
        {most === 0
          ? 'None are kept: so it was chosen in the settings.'
          : `The last ${most} runs are kept in this browser, with their code, input and output.`}
      </p>
    </div>
  );
}

/** The time of day; the date too where it is another day. */
function timeOf(at: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return isToday ? time : `${date.toLocaleDateString()} ${time}`;
}
