'use client';

import { useEffect } from 'react';
import type { Listening } from './late-listeners.ts';
import { useLatest } from './use-latest.ts';

/** Listens as long as the page is there; what it takes comes after the page. */
export function useLateListeners(listening: Listening): void {
  const now = useLatest(listening);
  useEffect(() => {
    let isGone = false;
    let end = () => {
      isGone = true;
    };
    const begin = async () => {
      const { listen } = await import('./late-listeners.ts');
      if (!isGone) end = listen(now);
    };
    void begin().catch(reportError);
    return () => end();
  }, [now]);
}
