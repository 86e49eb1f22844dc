'use client';

import { useEffect } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { toast } from '../_theme/toast.ts';
import { useLatest } from '../_workbench/use-latest.ts';
import { holdsProgram } from './address.ts';
import type { Beginning } from './beginning.ts';

interface Known {
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
}

/** Begins with the program that the page's address holds, now and whenever another is put into it. */
export function useAddress(known: Known, onBegin: (beginning: Beginning) => void): void {
  const latest = useLatest({ known, onBegin });
  useEffect(() => {
    const look = () => void (holdsProgram(window.location) && read().catch(reportError));
    const read = async () => {
      const { hash, search } = window.location;
      const { readAddress } = await import('./read-address.ts');
      const found = await readAddress({ hash, search }, latest().known);
      // Another may be in it by now.
      if (hash !== window.location.hash) return;
      if (found.ok) latest().onBegin(found.beginning);
      else toast.error(found.words, { duration: Number.POSITIVE_INFINITY });
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [latest]);
}
