import type { LanguageInfo } from '#protocol/language.ts';
import { findLanguage } from '../_languages/find-language.ts';
import { toast } from '../_theme/toast.ts';
import { codeBlocksIn } from './read-markdown.ts';

export interface Taking {
  readonly languages: readonly LanguageInfo[];
  readonly onBlock: (language: LanguageInfo, code: string) => void;
}

/** Where a whole block of Markdown was pasted into the code: offers its language and its code instead. Answers how to end that. */
export function watchPastes(takingNow: () => Taking): () => void {
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    const isCode = target instanceof Element && target.closest('#editor') !== null;
    const text = clipboardData?.getData('text/plain') ?? '';
    if (isCode && /^\s*(```|~~~)/.test(text)) offer(text, takingNow());
  };
  window.addEventListener('paste', onPaste, { capture: true });
  return () => window.removeEventListener('paste', onPaste, { capture: true });
}

/** Only of a text that is one block, of a language that is here. */
function offer(text: string, { languages, onBlock }: Taking): void {
  const [block, ...others] = codeBlocksIn(text);
  const language = block && findLanguage(languages, block.language);
  if (!language || others.length > 0) return;
  toast(`This is a Markdown block of ${language.name}.`, {
    duration: 15_000,
    action: { label: 'Take its code', onClick: () => onBlock(language, block.code) },
  });
}
