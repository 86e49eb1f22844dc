'use client';

import type { LanguageInfo } from '#protocol/language.ts';
import type { DraftTest } from '../_draft/draft-tests.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import styles from './test-case.module.css';
import { TextField } from './text-field.tsx';

interface TestFormProps {
  readonly test: DraftTest;
  readonly languages: readonly LanguageInfo[];
  readonly onChange: (change: Partial<DraftTest>) => void;
}

/** What a test is: its name, its input, what is expected and how that is compared. */
export function TestForm({ test, languages, onChange }: TestFormProps) {
  const { comparison } = test;
  return (
    <div className={styles['form']}>
      <TextField label="Input" value={test.stdin} onText={(stdin) => onChange({ stdin })} />
      <TextField
        label={comparison.kind === 'regex' ? 'Expected output, a regular expression' : 'Expected output'}
        value={test.expected}
        onText={(expected) => onChange({ expected })}
      />
      <ComparisonFields
        comparison={comparison}
        languages={languages}
        onChange={(changed) => onChange({ comparison: changed })}
      />
      <TextField
        label="Arguments, one a line"
        value={test.args}
        rows={2}
        onText={(args) => onChange({ args })}
      />
      <div className={styles['small']}>
        <label className={styles['field']}>
          <span>Name</span>
          <input
            value={test.name}
            maxLength={200}
            onChange={({ target }) => onChange({ name: target.value })}
            placeholder="small"
          />
        </label>
        <label className={styles['field']}>
          <span>Time limit, seconds</span>
          <input
            type="number"
            min={0.1}
            step={0.1}
            value={test.seconds ?? ''}
            onChange={({ target }) =>
              onChange({ seconds: target.value === '' ? null : target.valueAsNumber })
            }
            placeholder="as usual"
          />
        </label>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={test.hidden}
            onChange={({ target }) => onChange({ hidden: target.checked })}
          />
          <span>Hidden from others</span>
        </label>
      </div>
    </div>
  );
}
