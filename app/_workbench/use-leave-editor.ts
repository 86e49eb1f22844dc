'use client';

import { useEffect } from 'react';
import { toast } from '../_theme/toast.ts';

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

const hints = {
  usual: 'Tab indents here. Escape twice leaves the code.',
  vim: 'Tab indents here. Ctrl+M, then Tab, leaves the code.',
} as const;

/** Tells those who come into the code by Tab, once, how they get out again. */
export function useLeaveHint(keys: keyof typeof hints): void {
  useEffect(() => {
    let isByTab = false;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      isByTab = key === 'Tab';
    };
    const onPointerDown = () => {
      isByTab = false;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!isByTab || !(target instanceof Element) || !target.closest('#editor')) return;
      toast(hints[keys]);
      leave();
    };
    const leave = () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('focusin', onFocus);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('focusin', onFocus);
    return leave;
  }, [keys]);
}
