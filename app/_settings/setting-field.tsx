'use client';

import { useState } from 'react';
import styles from './setting-field.module.css';
import type { Control, SettingRow } from './setting-row.ts';

/** One setting: what it is, what may be chosen, and the way back to the usual. */
export function SettingField({ row }: { row: SettingRow }) {
  const { id, label, help, control } = row;
  const fieldId = `setting-${id}`;
  const helpId = help === undefined ? undefined : `${fieldId}-help`;
  const reset = () => {
    if (control.kind === 'fact') return;
    control.reset();
    // The button that had the focus is gone.
    document.getElementById(fieldId)?.focus();
  };
  return (
    <div className={styles['row']}>
      <div className={styles['said']}>
        {control.kind === 'fact' ? <span>{label}</span> : <label htmlFor={fieldId}>{label}</label>}
        {help !== undefined && (
          <p id={helpId} className={styles['help']}>
            {help}
          </p>
        )}
      </div>
      <div className={styles['control']}>
        {control.kind !== 'fact' && !control.isUsual && (
          <button type="button" className={styles['reset']} onClick={reset} aria-label={`Reset: ${label}`}>
            Reset
          </button>
        )}
        <Field control={control} id={fieldId} helpId={helpId} />
      </div>
    </div>
  );
}

interface FieldProps<C> {
  readonly control: C;
  readonly id: string;
  readonly helpId: string | undefined;
}

type Kind<Name extends Control['kind']> = Extract<Control, { kind: Name }>;

function Field({ control, ...names }: FieldProps<Control>) {
  switch (control.kind) {
    case 'flag':
      return <FlagField control={control} {...names} />;
    case 'choice':
      return <ChoiceField control={control} {...names} />;
    case 'number':
      return <NumberField control={control} {...names} />;
    case 'text':
      return <TextField control={control} {...names} />;
    case 'fact':
      return null;
    default:
      return control satisfies never;
  }
}

function FlagField({ control: { isOn, set }, id, helpId }: FieldProps<Kind<'flag'>>) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={isOn}
      onChange={({ target }) => set(target.checked)}
      aria-describedby={helpId}
    />
  );
}

function ChoiceField({ control: { index, words, pick }, id, helpId }: FieldProps<Kind<'choice'>>) {
  return (
    <select
      id={id}
      value={index}
      onChange={({ target }) => pick(Number(target.value))}
      aria-describedby={helpId}
    >
      {words.map((said, place) => (
        <option key={said} value={place}>
          {said}
        </option>
      ))}
    </select>
  );
}

/** While a number is typed it may be none yet, or too small: what is there then is shown, and not taken. */
function NumberField({ control: { value, range, set }, id, helpId }: FieldProps<Kind<'number'>>) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value);
  const isFine = isInRange(shown, range);
  const take = (text: string) => {
    setTyped(text);
    if (isInRange(text, range)) set(Number(text));
  };
  return (
    <>
      <input
        id={id}
        type="number"
        {...{ min: range.min, max: range.max }}
        value={shown}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setTyped(null)}
        aria-invalid={!isFine}
        aria-describedby={helpId}
      />
      <span className={styles['unit']}>
        {isFine ? range.unit : `${range.min} to ${range.max} ${range.unit}`}
      </span>
    </>
  );
}

function isInRange(text: string, { min, max }: { min: number; max: number }): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max;
}

/** What may not be is shown as long as it is typed, and not taken. */
function TextField({ control, id, helpId }: FieldProps<Kind<'text'>>) {
  const { value, placeholder, suggestions, set } = control;
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <>
      <input
        id={id}
        value={refused ?? value}
        placeholder={placeholder}
        list={`${id}-list`}
        onChange={({ target }) => setRefused(set(target.value) ? null : target.value)}
        onBlur={() => setRefused(null)}
        aria-invalid={refused !== null}
        aria-describedby={helpId}
        spellCheck={false}
        autoComplete="off"
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}
