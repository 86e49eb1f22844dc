'use client';

import { useMemo, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import { type KeptDraft, keepDraft, readDraft } from '../_draft/draft-store.ts';
import { type DraftHandle, type DraftSlot, useDraft } from '../_draft/use-draft.ts';
import type { PastRun } from '../_history/history.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import type { Settings } from '../_settings/settings.ts';
import { toast } from '../_theme/toast.ts';

interface LanguageDraftsStart {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly opened: Snippet | null;
  readonly settings: Settings;
}

/** The language that is written in, and its draft: each has its own. */
export function useLanguageDrafts({ languages, languageId, opened, settings }: LanguageDraftsStart) {
  const [chosenId, setChosenId] = useState(languageId);
  const language = languages.find(({ id }) => id === chosenId) ?? languages[0] ?? fail('no language');
  const slot = useSlot(language, opened, settings.inputMode);
  const draft: DraftHandle = useDraft(slot, (kept) => {
    if (settings.startWith === 'last') tellRestored(kept.keptAt, draft);
    else offerKept(kept, () => draft.restore(slot.id, kept));
    return settings.startWith === 'last';
  });
  const pickLanguage = (picked: LanguageInfo) => {
    setChosenId(picked.id);
    keepLanguage(picked.id);
  };
  const restorePast = async ({ language: id, draft: past }: PastRun) => {
    const target = languages.find((candidate) => candidate.id === id) ?? language;
    const slotId = target === language ? slot.id : id;
    const before = target === language ? draft.draftNow() : await readDraft(slotId);
    draft.restore(slotId, past);
    pickLanguage(target);
    tellBroughtBack(() => {
      draft.restore(slotId, before ?? emptyDraft(target.template));
      pickLanguage(language);
    });
  };
  return {
    ...{ language, draft, pickLanguage },
    restorePast: (past: PastRun) => void restorePast(past).catch(reportError),
    keepNow: () => void keepDraft(slot.id, draft.draftNow()).then(tellKept, tellNotKept),
  };
}

function useSlot(
  { id, template }: LanguageInfo,
  opened: Snippet | null,
  inputMode: Draft['inputMode'],
): DraftSlot {
  return useMemo(() => {
    if (opened?.language === id) return { id: `snippet-${opened.id}`, initial: draftOfSnippet(opened) };
    return { id, initial: { ...emptyDraft(template), inputMode } };
  }, [id, template, opened, inputMode]);
}

/** It stays where it is until something else is written. */
function offerKept({ keptAt }: KeptDraft, take: () => void): void {
  toast(`Your draft from ${timeWords(keptAt)} is still there`, {
    action: { label: 'Bring it back', onClick: take },
  });
}

function tellKept(): void {
  toast('Kept in this browser');
}

function tellNotKept(): void {
  toast.error('This browser keeps nothing for the page.');
}

function timeWords(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function tellRestored(keptAt: number, handle: DraftHandle): void {
  toast(`Restored your draft from ${timeWords(keptAt)}`, {
    action: { label: 'Start clean', onClick: handle.startClean },
  });
}

function tellBroughtBack(undo: () => void): void {
  toast('Brought back', { action: { label: 'Undo', onClick: undo } });
}

function fail(what: string): never {
  throw new Error(`The workbench was given ${what}.`);
}
