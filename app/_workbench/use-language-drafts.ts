'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import { type DraftHandle, useDraft } from '../_draft/use-draft.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import type { Settings } from '../_settings/settings.ts';
import { holdsProgram } from '../_start/address.ts';
import type { Beginning } from '../_start/beginning.ts';
import { useAddress } from '../_start/use-address.ts';
import { toast } from '../_theme/toast.ts';
import { lateMoves, loadMoves, withMoves } from './late-moves.ts';

interface LanguageDraftsStart {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly opened: Snippet | null;
  readonly isFork: boolean;
  readonly settings: Settings;
}

/** The language that is written in, and its draft: each has its own. */
export function useLanguageDrafts({ languages, languageId, settings, ...start }: LanguageDraftsStart) {
  const { inputMode, startWith } = settings;
  const { opened, isFork } = start;
  const [inAddress, setInAddress] = useState<Beginning | null>(null);
  const begun = useMemo(
    () => inAddress ?? (opened && beginningOf(opened, isFork)),
    [inAddress, opened, isFork],
  );
  const [chosenId, setChosenId] = useState(languageId);
  const language = languages.find(({ id }) => id === chosenId) ?? languages[0] ?? fail('no language');
  const slot = useMemo(() => slotFor(language, begun, inputMode), [language, begun, inputMode]);
  const draft: DraftHandle = useDraft(slot, {
    onFound: (found) => {
      // What the address holds takes the place of this one at once.
      if (found.place !== slot.id || (!begun && holdsProgram(window.location))) return true;
      withMoves(({ offerKept, tellRestored }) => {
        if (startWith === 'last') tellRestored(found, () => moves.startClean());
        else offerKept(found);
      });
      return startWith === 'last';
    },
    onLost: (reason) => withMoves(({ tellLost }) => tellLost(reason)),
    pauseMs: () => settings.autosaveMs,
  });
  useEffect(() => void loadMoves().catch(reportError), []);
  const pickLanguage = (picked: LanguageInfo) => {
    setChosenId(picked.id);
    keepLanguage(picked.id);
  };
  const slotOf = (target: LanguageInfo) => (target === language ? slot : slotFor(target, begun, inputMode));
  const moves = lateMoves({ draft, slot, language, languages, slotOf, pickLanguage });
  useAddress({ languages, language }, (beginning) => {
    setInAddress(beginning);
    setChosenId(beginning.language);
  });
  return {
    ...{ language, draft, pickLanguage },
    opened: begun?.language === language.id ? (begun.snippet ?? null) : null,
    ...moves,
    keepNow: () => void draft.desk.keepNow(slot).then(tellKept, tellNotKept),
    draftId: () => draft.desk.idIn(slot),
  };
}

/** A fork is kept apart from what is written to change the snippet itself. */
function beginningOf(snippet: Snippet, isFork: boolean): Beginning {
  const { id, language } = snippet;
  return { place: `${isFork ? 'fork' : 'snippet'}-${id}`, language, draft: draftOfSnippet(snippet), snippet };
}

function slotFor(
  { id, template }: LanguageInfo,
  begun: Beginning | null,
  inputMode: Draft['inputMode'],
): DraftSlot {
  if (begun?.language !== id) return { id, language: id, initial: { ...emptyDraft(template), inputMode } };
  return { id: begun.place, language: id, initial: begun.draft };
}

function tellKept(): void {
  toast('Kept in this browser');
}

function tellNotKept(): void {
  toast.error('This browser keeps nothing for the page.');
}

function fail(what: string): never {
  throw new Error(`The workbench was given ${what}.`);
}
