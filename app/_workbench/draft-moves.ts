import type { LanguageInfo } from '#protocol/language.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import type { KeptDraft } from '../_draft/kept-draft.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { PastRun } from '../_history/history.ts';
import { toast } from '../_theme/toast.ts';

/** The ways from one draft to another. Each leaves the one before where it can be found again. */
export interface DraftMoves {
  /** A new draft, with the language's template. */
  readonly startClean: () => void;
  /** Shows a kept draft, in its language. */
  readonly openDraft: (kept: KeptDraft) => void;
  /** Brings a past run's draft back, in its language; what is written now can be brought back in turn. */
  readonly restorePast: (past: PastRun) => void;
}

interface MovesParts {
  readonly draft: DraftHandle;
  readonly slot: DraftSlot;
  readonly language: LanguageInfo;
  readonly languages: readonly LanguageInfo[];
  readonly slotOf: (language: LanguageInfo) => DraftSlot;
  readonly pickLanguage: (language: LanguageInfo) => void;
}

export function draftMoves({
  draft,
  slot,
  language,
  languages,
  slotOf,
  pickLanguage,
}: MovesParts): DraftMoves {
  const { desk } = draft;
  const languageOf = (id: string) => languages.find((candidate) => candidate.id === id) ?? language;

  const startClean = async () => {
    const undo = await desk.begin(slot, slot.initial);
    tell('A new snippet. The one before is among your drafts.', undo);
  };
  const openDraft = async (kept: KeptDraft) => {
    const target = languageOf(kept.language);
    const isCopy = await desk.open(slotOf(target), kept.id);
    pickLanguage(target);
    if (isCopy) toast((await import('./draft-news.ts')).copyWords);
  };
  const restorePast = async ({ language: id, draft: past }: PastRun) => {
    const target = languageOf(id);
    const undo = await desk.begin(slotOf(target), past);
    pickLanguage(target);
    tell('Brought back', async () => {
      pickLanguage(language);
      await undo();
    });
  };
  return {
    startClean: () => void startClean().catch(reportError),
    openDraft: (kept) => void openDraft(kept).catch(reportError),
    restorePast: (past) => void restorePast(past).catch(reportError),
  };
}

function tell(words: string, undo: () => Promise<void>): void {
  toast(words, { action: { label: 'Undo', onClick: () => void undo().catch(reportError) } });
}
