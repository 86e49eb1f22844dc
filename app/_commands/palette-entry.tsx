'use client';

import { lazy, Suspense, useState } from 'react';
import { Dialog } from './dialog.tsx';
import styles from './palette.module.css';
import type { Offers } from './palette.tsx';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

interface PaletteEntryProps extends Offers {
  readonly onClose: () => void;
}

/** The palette's dialog. What is typed before its code has come is not lost, and does not go into the code that is edited. */
export function PaletteEntry({ onClose, ...offers }: PaletteEntryProps) {
  const [text, setText] = useState('');
  const typed = { text, setText };
  return (
    <Dialog label="Commands" onClose={onClose}>
      <Suspense fallback={<Search {...typed} />}>
        <Palette {...offers} {...typed} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}

function Search({ text, setText }: { text: string; setText: (text: string) => void }) {
  return (
    <input
      className={styles['search']}
      value={text}
      onChange={(event) => setText(event.target.value)}
      aria-label="Commands"
      // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to type into it
      autoFocus
    />
  );
}
