'use client';

import { RunButton } from '../_run/run-button.tsx';
import styles from './phone-bar.module.css';
import type { PhonePane } from './use-view.ts';
import type { Workbench } from './use-workbench.ts';

const panes: readonly { id: PhonePane; label: string }[] = [
  { id: 'code', label: 'Code' },
  { id: 'input', label: 'Input' },
  { id: 'output', label: 'Output' },
  { id: 'tests', label: 'Tests' },
];

/** On phones: which of the panes is shown, and Run within reach of a thumb. */
export function PhoneBar({ bench }: { bench: Workbench }) {
  return (
    <nav className={styles['bar']} aria-label="Panes">
      {panes.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={styles['pane']}
          aria-pressed={bench.view.pane === id}
          onClick={() => bench.view.showPane(id)}
        >
          {label}
        </button>
      ))}
      <span className={styles['run']}>
        <RunButton
          run={bench.run}
          onRun={bench.startRun}
          hindrance={bench.hindrance}
          shape="floating"
          restarts={bench.settings.restartOnRun}
        />
      </span>
    </nav>
  );
}
