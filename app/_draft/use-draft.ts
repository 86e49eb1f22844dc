'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { type Draft, emptyDraft, isSameDraft } from './draft.ts';
import { forgetDraft, keepDraft, readDraft } from './draft-store.ts';

const keepAfterMs = 400;

export interface DraftHandle {
  readonly draft: Draft;
  /** The draft at this moment: a key may be pressed before what was typed is drawn. */
  readonly draftNow: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** Throws the draft away and begins with the template again. */
  readonly startClean: () => void;
}

/** The draft of a language: the kept one once it is read, else the template; kept again as it changes. */
export function useDraft(language: LanguageInfo, onRestored: (keptAt: number) => void): DraftHandle {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const { id, template } = language;
  const draft = drafts[id] ?? emptyDraft(template);
  const latest = useRef(drafts);
  const restored = useRef(onRestored);
  useEffect(() => {
    restored.current = onRestored;
  }, [onRestored]);

  const put = useCallback((languageId: string, next: Draft) => {
    latest.current = { ...latest.current, [languageId]: next };
    setDrafts(latest.current);
  }, []);

  useEffect(() => {
    let isGone = false;
    void readDraft(id).then((kept) => {
      // What was typed before the answer came is newer than what was kept.
      if (isGone || !kept || latest.current[id] || isSameDraft(kept, emptyDraft(template))) return;
      put(id, kept);
      restored.current(kept.keptAt);
    });
    return () => {
      isGone = true;
    };
  }, [id, template, put]);

  useKeeping(id, drafts[id], template);

  const draftNow = () => latest.current[id] ?? emptyDraft(template);
  return {
    draft,
    draftNow,
    change: (change) => put(id, { ...draftNow(), ...change }),
    startClean: () => put(id, emptyDraft(template)),
  };
}

/** Writes what changed after a pause, and at once when the page is hidden. Nothing is kept of a bare template. */
function useKeeping(id: string, draft: Draft | undefined, template: string): void {
  useEffect(() => {
    if (!draft) return;
    const isUntouched = isSameDraft(draft, emptyDraft(template));
    const keep = () => void (isUntouched ? forgetDraft(id) : keepDraft(id, draft)).catch(ignoreFullStore);
    const timer = setTimeout(keep, keepAfterMs);
    const onHidden = () => document.visibilityState === 'hidden' && keep();
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [id, draft, template]);
}

/** A browser that keeps nothing still edits and runs. */
function ignoreFullStore(): void {}
