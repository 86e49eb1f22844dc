'use client';

import { useSyncExternalStore } from 'react';

/** Whether what has the keyboard's focus is in an element that this selector names. */
export function useHasFocus(selector: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener('focusin', onChange);
      document.addEventListener('focusout', onChange);
      return () => {
        document.removeEventListener('focusin', onChange);
        document.removeEventListener('focusout', onChange);
      };
    },
    () => (document.activeElement?.closest(selector) ?? null) !== null,
    () => false,
  );
}
