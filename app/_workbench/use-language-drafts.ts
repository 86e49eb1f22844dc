'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import { type DraftHandle, useDraft } from '../_draft/use-draft.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import type { Settings } from '../_settings/settings.ts';
import { toast } from '../_theme/toast.ts';
import type { DraftMoves } from './draft-moves.ts';

// It comes after the page, and is there before it is asked for.
const loadMoves = () => import('./draft-moves.ts');

interface LanguageDraftsStart {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly opened: Snippet | null;
  readonly settings: Settings;
}

/** The language that is written in, and its draft: each has its own. */
export function useLanguageDrafts({ languages, languageId, opened, settings }: LanguageDraftsStart) {
  const { inputMode, startWith } = settings;
  const [chosenId, setChosenId] = useState(languageId);
  const language = languages.find(({ id }) => id === chosenId) ?? languages[0] ?? fail('no language');
  const slot = useMemo(() => slotFor(language, opened, inputMode), [language, opened, inputMode]);
  const draft: DraftHandle = useDraft(slot, {
    onFound: (found) => {
      withMoves(({ offerKept, tellRestored }) => {
        if (startWith === 'last') tellRestored(found, () => moves.startClean());
        else offerKept(found);
      });
      return startWith === 'last';
    },
    onLost: (reason) => withMoves(({ tellLost }) => tellLost(reason)),
  });
  useEffect(() => void loadMoves().catch(reportError), []);
  const pickLanguage = (picked: LanguageInfo) => {
    setChosenId(picked.id);
    keepLanguage(picked.id);
  };
  const slotOf = (target: LanguageInfo) => (target === language ? slot : slotFor(target, opened, inputMode));
  const move = (act: (moves: DraftMoves) => void) =>
    withMoves(({ draftMoves }) =>
      act(draftMoves({ draft, slot, language, languages, slotOf, pickLanguage })),
    );
  const moves: DraftMoves = {
    startClean: () => move(({ startClean }) => startClean()),
    openDraft: (kept) => move(({ openDraft }) => openDraft(kept)),
    restorePast: (past) => move(({ restorePast }) => restorePast(past)),
  };
  return {
    ...{ language, draft, pickLanguage },
    ...moves,
    keepNow: () => void draft.desk.keepNow(slot).then(tellKept, tellNotKept),
    draftId: () => draft.desk.idIn(slot),
  };
}

function withMoves(act: (loaded: Awaited<ReturnType<typeof loadMoves>>) => void): void {
  void loadMoves().then(act).catch(reportError);
}

function slotFor(
  { id, template }: LanguageInfo,
  opened: Snippet | null,
  inputMode: Draft['inputMode'],
): DraftSlot {
  if (opened?.language !== id) return { id, language: id, initial: { ...emptyDraft(template), inputMode } };
  return { id: `snippet-${opened.id}`, language: id, initial: draftOfSnippet(opened) };
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
