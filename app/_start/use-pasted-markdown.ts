'use client';

import { useEffect } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { useLatest } from '../_workbench/use-latest.ts';

export interface Taking {
  readonly languages: readonly LanguageInfo[];
  readonly onBlock: (language: LanguageInfo, code: string) => void;
}

/** Where a whole block of Markdown was pasted into the code: offers its language and its code instead. */
export function usePastedMarkdown(taking: Taking): void {
  const takingNow = useLatest(taking);
  useEffect(() => {
    const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
      const isCode = target instanceof Element && target.closest('#editor') !== null;
      const text = clipboardData?.getData('text/plain') ?? '';
      if (isCode && /^\s*(```|~~~)/.test(text))
        void import('./offer-block.ts').then(({ offer }) => offer(text, takingNow())).catch(reportError);
    };
    window.addEventListener('paste', onPaste, { capture: true });
    return () => window.removeEventListener('paste', onPaste, { capture: true });
  }, [takingNow]);
}
