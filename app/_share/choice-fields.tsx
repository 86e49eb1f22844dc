'use client';

import { formatDay } from '#protocol/format-day.ts';
import type { Choices } from './link-choices.ts';
import type { Expiry } from './link-requests.ts';
import styles from './share-panel.module.css';

export const expiryWords: Readonly<Record<Expiry, string>> = {
  never: 'Never',
  '1d': '1 day',
  '7d': '7 days',
  '30d': '30 days',
  first_view: 'Burn after first view',
};

export const visibilityWords = { unlisted: 'Unlisted', public: 'Public' } as const;

interface ChoiceFieldsProps {
  readonly choices: Choices;
  /** Which of the parts there are to include at all. */
  readonly has: Readonly<Record<'input' | 'tests' | 'run', boolean>>;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** What a link takes along, who may find it, and how long it lasts. */
export function ChoiceFields({ choices, has, onChange }: ChoiceFieldsProps) {
  const { expiry } = choices;
  const parts = [
    ['input', 'Include input'],
    ['tests', 'Include tests'],
    ['run', 'Include last run'],
  ] as const;
  return (
    <fieldset className={styles['choices']}>
      <legend className="visually-hidden">What the link shows, and to whom</legend>
      {parts.map(([name, words]) => (
        <label key={name} className={styles['flag']} data-off={!has[name]}>
          <input
            type="checkbox"
            checked={choices[name]}
            disabled={!has[name]}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          />
          {words}
        </label>
      ))}
      <label className={styles['choice']}>
        Visibility
        <select
          value={choices.visibility}
          onChange={({ target }) =>
            onChange({ visibility: target.value === 'public' ? 'public' : 'unlisted' })
          }
        >
          {Object.entries(visibilityWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className={styles['choice']}>
        Expires
        <select
          value={expiry instanceof Date ? '' : expiry}
          onChange={({ target }) => isExpiry(target.value) && onChange({ expiry: target.value })}
        >
          {expiry instanceof Date && <option value="">On {formatDay(expiry)}</option>}
          {Object.entries(expiryWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

export function isExpiry(value: string): value is Expiry {
  return Object.hasOwn(expiryWords, value);
}
