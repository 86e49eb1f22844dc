'use client';

import { lazy, Suspense, useEffect } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import { useKeyWords } from '../_commands/command-titles.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './run-panel.module.css';
import type { RunReportProps } from './run-report.tsx';
import { isUnderWay } from './run-state.ts';
import { statusWords } from './run-words.ts';

const loadReport = () => import('./run-report.tsx');
const RunReport = lazy(async () => ({ default: (await loadReport()).RunReport }));

interface RunPanelProps extends RunReportProps {
  /** The limits a run has when nothing else is asked for: shown before the first run. */
  readonly limits: LimitRanges;
}

/** What a run says: its status, the compiler's words, the output as it comes, a row to type into, and how it ended. */
export function RunPanel({ limits, ...report }: RunPanelProps) {
  const { state, link, isForeign } = report.run;
  const hasRun = state.status !== 'idle';
  // It comes after the page, and is there before the first run.
  useEffect(() => void loadReport().catch(reportError), []);
  return (
    <section className={styles['panel']} aria-label="Output">
      <ConnectionBanner link={link} isRunUnderWay={isUnderWay(state)} isForeign={isForeign} />
      <p className="visually-hidden" role="status">
        {hasRun ? statusWords(state) : ''}
      </p>
      {!hasRun && <EmptyState limits={limits} />}
      {hasRun && (
        <Suspense>
          <RunReport {...report} />
        </Suspense>
      )}
      {isUnderWay(state) && <div className={styles['pulse']} />}
    </section>
  );
}

function EmptyState({ limits }: { limits: LimitRanges }) {
  const keys = useKeyWords('run.toggle');
  return (
    <div className={styles['empty']}>
      <p>Nothing has run yet.</p>
      <p>
        Press Run{keys !== undefined && ` or ${keys}`}. Limits: {limitWords(limits)}, no network.
      </p>
    </div>
  );
}

/** `10 s, 128 MB` */
export function limitWords({ wallMs, memoryBytes }: LimitRanges): string {
  return `${formatSeconds(wallMs.default)}, ${formatBytes(memoryBytes.default)}`;
}
