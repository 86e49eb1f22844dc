'use client';

import { useEffect, useState } from 'react';

/** A tap takes the focus before it presses what is under it: until that is done nothing may move. */
const graceMs = 350;

/** Whether what has the keyboard's focus is in an element that this selector names, or was a moment ago. */
export function useHasFocus(selector: string): boolean {
  const [hasFocus, setHasFocus] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const isIn = Boolean(document.activeElement?.closest(selector));
      if (isIn) setHasFocus(true);
      else timer = setTimeout(() => setHasFocus(false), graceMs);
    };
    // The focus is nowhere for as long as it moves from one element to another.
    const onOut = () => setTimeout(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', onOut);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', onOut);
    };
  }, [selector]);
  return hasFocus;
}
