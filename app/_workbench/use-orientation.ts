'use client';

import { useSyncExternalStore } from 'react';

const wide = '(min-width: 1024px)';

/** Side by side on wide screens, one over the other on narrow ones; the server draws side by side. */
export function useOrientation(): 'horizontal' | 'vertical' {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => (window.matchMedia(wide).matches ? 'horizontal' : 'vertical'),
    () => 'horizontal',
  );
}
