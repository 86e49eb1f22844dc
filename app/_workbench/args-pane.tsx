'use client';

import type { Draft } from '../_draft/draft.ts';
import { parseEnv } from '../_draft/draft-text.ts';
import styles from './forms.module.css';

interface ArgsPaneProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Command line arguments and environment variables of the program. */
export function ArgsPane({ draft, onChange }: ArgsPaneProps) {
  const { wrongLines } = parseEnv(draft.env);
  return (
    <div className={styles['pane']}>
      <label className={styles['field']}>
        <span className={styles['name']}>Arguments</span>
        <span className={styles['hint']}>One a line; spaces are kept.</span>
        <textarea
          className={styles['text']}
          value={draft.args}
          onChange={(event) => onChange({ args: event.target.value })}
          placeholder={'--verbose\ninput.txt'}
          spellCheck={false}
          autoCapitalize="off"
        />
      </label>
      <label className={styles['field']}>
        <span className={styles['name']}>Environment</span>
        <span className={styles['hint']}>NAME=value, one a line.</span>
        <textarea
          className={styles['text']}
          value={draft.env}
          onChange={(event) => onChange({ env: event.target.value })}
          placeholder="DEBUG=1"
          aria-invalid={wrongLines.length > 0}
          spellCheck={false}
          autoCapitalize="off"
        />
      </label>
      {wrongLines.length > 0 && (
        <p className={styles['wrong']} role="status">
          Left out, not NAME=value: {wrongLines[0]}
        </p>
      )}
    </div>
  );
}
