import { findLanguage } from '../_languages/find-language.ts';
import { toast } from '../_theme/toast.ts';
import { codeBlocksIn } from './read-markdown.ts';
import type { Taking } from './use-pasted-markdown.ts';

/** Offers to begin with the block that the text is, where it is one of a language that is here. */
export function offer(text: string, { languages, onBlock }: Taking): void {
  const [block, ...others] = codeBlocksIn(text);
  const language = block && findLanguage(languages, block.language);
  if (!language || others.length > 0) return;
  toast(`This is a Markdown block of ${language.name}.`, {
    duration: 15_000,
    action: { label: 'Take its code', onClick: () => onBlock(language, block.code) },
  });
}
