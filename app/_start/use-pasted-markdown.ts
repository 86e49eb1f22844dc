'use client';

import { useEffect } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { toast } from '../_theme/toast.ts';
import { useLatest } from '../_workbench/use-latest.ts';

interface Taking {
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
      if (isCode && /^\s*(```|~~~)/.test(text)) void offer(text, takingNow()).catch(reportError);
    };
    window.addEventListener('paste', onPaste, { capture: true });
    return () => window.removeEventListener('paste', onPaste, { capture: true });
  }, [takingNow]);
}

async function offer(text: string, { languages, onBlock }: Taking): Promise<void> {
  const [{ codeBlocksIn }, { findLanguage }] = await Promise.all([
    import('./read-markdown.ts'),
    import('../_languages/find-language.ts'),
  ]);
  const [block, ...others] = codeBlocksIn(text);
  const language = block && findLanguage(languages, block.language);
  if (!language || others.length > 0) return;
  toast(`This is a Markdown block of ${language.name}.`, {
    duration: 15_000,
    action: { label: 'Take its code', onClick: () => onBlock(language, block.code) },
  });
}
