'use client';

import { useState } from 'react';
import { TextToCopy } from './link-field.tsx';
import styles from './share-panel.module.css';
import { type EmbedOptions, embedHtml, embedUrl, leastHeight, mostHeight } from './share-texts.ts';

const themes = { auto: 'As the reader has it', light: 'Light', dark: 'Dark' } as const;

/** The snippet in a frame, as another page would show it, and what that page has to hold. */
export function EmbedTab({ id, title }: { id: string; title: string }) {
  const [options, setOptions] = useState<EmbedOptions>({
    theme: 'auto',
    lines: true,
    tabs: true,
    height: 360,
  });
  const change = (part: Partial<EmbedOptions>) => setOptions({ ...options, ...part });
  const { origin } = window.location;
  return (
    <>
      <fieldset className={styles['kinds']}>
        <legend className="visually-hidden">How it is embedded</legend>
        <label className={styles['choice']}>
          Theme
          <select value={options.theme} onChange={({ target }) => change({ theme: themeOf(target.value) })}>
            {Object.entries(themes).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <HeightField height={options.height} onChange={(height) => change({ height })} />
        <label className={styles['flag']}>
          <input
            type="checkbox"
            checked={options.lines}
            onChange={({ target }) => change({ lines: target.checked })}
          />
          Line numbers
        </label>
        <label className={styles['flag']}>
          <input
            type="checkbox"
            checked={options.tabs}
            onChange={({ target }) => change({ tabs: target.checked })}
          />
          File tabs
        </label>
      </fieldset>
      <TextToCopy label="HTML that embeds it" text={embedHtml(origin, { id, title }, options)} />
      <iframe
        className={styles['preview']}
        src={embedUrl('', id, options)}
        title="Preview of the embedded snippet"
        height={options.height}
      />
    </>
  );
}

/** What is typed counts once it is a height. */
function HeightField({ height, onChange }: { height: number; onChange: (height: number) => void }) {
  const [typed, setTyped] = useState(String(height));
  const type = (text: string) => {
    setTyped(text);
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= leastHeight && wanted <= mostHeight) onChange(wanted);
  };
  return (
    <label className={styles['choice']}>
      Height
      <input
        type="number"
        value={typed}
        min={leastHeight}
        max={mostHeight}
        step={20}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(String(height))}
      />
    </label>
  );
}

function themeOf(value: string): EmbedOptions['theme'] {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
