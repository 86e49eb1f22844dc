'use client';

import { useEffect } from 'react';

const twiceWithinMs = 600;

/** Escape pressed twice leaves the editor, where Tab would only indent: the focus goes to Run. With vim it is vim's. */
export function useLeaveEditor(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    let escapedAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = ({ key, target, timeStamp }: KeyboardEvent) => {
      const isInEditor = target instanceof Element && target.closest('#editor') !== null;
      if (key !== 'Escape' || !isInEditor) {
        escapedAt = Number.NEGATIVE_INFINITY;
        return;
      }
      if (timeStamp - escapedAt < twiceWithinMs)
        document.querySelector<HTMLElement>('header [data-run]')?.focus();
      escapedAt = timeStamp;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOn]);
}

/** Tells those who come into the code by Tab, once, how they get out again. */
export function useLeaveHint(keys: 'usual' | 'vim'): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    // It comes after the page.
    void import('./leave-hint.ts').then(({ watchForTab }) => {
      if (!isGone) stop = watchForTab(keys);
    }, reportError);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [keys]);
}
