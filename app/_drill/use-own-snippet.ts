'use client';

import { useEffect, useState } from 'react';
import type { Snippet } from '#protocol/snippet.ts';
import type { OwnSnippet } from './own-snippet.ts';

/**
 * The snippet that the page was opened with: whole, with its hidden tests, as soon as it is known that this browser may
 * change it. And what the page may change, which a fork of it is not.
 */
export function useOwnSnippet(given: Snippet | null, isFork: boolean) {
  const [opened, setOpened] = useState(given);
  const [own, setOwn] = useState<OwnSnippet | null>(null);
  useEffect(() => {
    if (given === null) return;
    let isGone = false;
    const take = async () => {
      const { readOwn } = await import('./own-snippet.ts');
      const found = await readOwn(given);
      if (found === null || isGone) return;
      setOpened(found.whole);
      if (!isFork) setOwn(found.own);
    };
    void take().catch(reportError);
    return () => {
      isGone = true;
    };
  }, [given, isFork]);
  return { opened, own, setOwn };
}
