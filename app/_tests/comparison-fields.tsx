'use client';

import type { Comparison } from '#protocol/judge.ts';
import type { LanguageInfo } from '#protocol/language.ts';
import styles from './test-case.module.css';
import { TextField } from './text-field.tsx';

const kinds: Readonly<Record<Comparison['kind'], string>> = {
  trim: 'Lines, without trailing spaces',
  exact: 'Exactly, byte by byte',
  tokens: 'Words, whatever is between',
  float: 'Numbers, within a tolerance',
  regex: 'A regular expression',
  checker: 'A checker program decides',
};

const firstChecker = `import sys
# input.txt, expected.txt, actual.txt: exit 0 for passed, 1 for a wrong answer.
actual = open(sys.argv[3]).read()
sys.exit(0 if actual.strip() else 1)
`;

interface ComparisonFieldsProps {
  readonly comparison: Comparison;
  readonly languages: readonly LanguageInfo[];
  readonly onChange: (comparison: Comparison) => void;
}

/** How the output is held against what is expected. */
export function ComparisonFields({ comparison, languages, onChange }: ComparisonFieldsProps) {
  return (
    <div className={styles['small']}>
      <label className={styles['field']}>
        <span>Compare</span>
        <select
          value={comparison.kind}
          onChange={({ target }) => onChange(beginning(target.value as Comparison['kind']))}
        >
          {Object.entries(kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Details comparison={comparison} languages={languages} onChange={onChange} />
    </div>
  );
}

function Details({ comparison, languages, onChange }: ComparisonFieldsProps) {
  switch (comparison.kind) {
    case 'float':
      return (
        <label className={styles['field']}>
          <span>Tolerance</span>
          <input
            type="number"
            min={0}
            max={1}
            step="any"
            value={comparison.tolerance}
            onChange={({ target }) => onChange({ ...comparison, tolerance: target.valueAsNumber || 0 })}
          />
        </label>
      );
    case 'regex':
      return (
        <label className={styles['field']}>
          <span>Flags: i, m, s</span>
          <input
            value={comparison.flags}
            maxLength={3}
            onChange={({ target }) => onChange({ ...comparison, flags: target.value })}
          />
        </label>
      );
    case 'checker':
      return (
        <>
          <label className={styles['field']}>
            <span>Checker’s language</span>
            <select
              value={comparison.language}
              onChange={({ target }) => onChange({ ...comparison, language: target.value })}
            >
              {languages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TextField
            label="Checker"
            value={comparison.code ?? ''}
            rows={6}
            onText={(code) => onChange({ ...comparison, code })}
          />
        </>
      );
    case 'trim':
    case 'exact':
    case 'tokens':
      return null;
    default:
      return comparison satisfies never;
  }
}

function beginning(kind: Comparison['kind']): Comparison {
  if (kind === 'float') return { kind, tolerance: 1e-6 };
  if (kind === 'regex') return { kind, flags: '' };
  if (kind === 'checker') return { kind, language: 'python', code: firstChecker, files: [] };
  return { kind };
}
