'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, isSameDraft } from './draft.ts';
import { forgetDraft, type KeptDraft, keepDraft, keepLastDraft, readDraft } from './draft-store.ts';

const keepAfterMs = 400;

/** Where a draft is kept, and what it is before anything was written: a language's template, or an opened snippet. */
export interface DraftSlot {
  readonly id: string;
  readonly initial: Draft;
}

export interface DraftHandle {
  readonly draft: Draft;
  /** The draft at this moment: a key may be pressed before what was typed is drawn. */
  readonly draftNow: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** Puts a whole draft in the place of a slot's, whether it is the shown one or not. */
  readonly restore: (slotId: string, draft: Draft) => void;
  /** Throws the draft away and begins anew. */
  readonly startClean: () => void;
}

/**
 * The draft of a slot: the kept one once it is read, else the initial one; kept again as it changes. `onFound` is told of
 * the kept one, and says whether it is taken.
 */
export function useDraft(slot: DraftSlot, onFound: (kept: KeptDraft) => boolean): DraftHandle {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const { id, initial } = slot;
  const draft = drafts[id] ?? initial;
  const latest = useRef(drafts);
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  }, [onFound]);

  const put = useCallback((slotId: string, next: Draft) => {
    latest.current = { ...latest.current, [slotId]: next };
    setDrafts(latest.current);
  }, []);

  useEffect(() => {
    let isGone = false;
    void readDraft(id).then((kept) => {
      // What was typed before the answer came is newer than what was kept.
      if (isGone || !kept || latest.current[id] || isSameDraft(kept, initial)) return;
      if (found.current(kept)) put(id, kept);
    });
    return () => {
      isGone = true;
    };
  }, [id, initial, put]);

  useKeeping(slot, drafts[id]);

  const draftNow = () => latest.current[id] ?? initial;
  return {
    draft,
    draftNow,
    change: (change) => put(id, { ...draftNow(), ...change }),
    restore: put,
    startClean: () => put(id, initial),
  };
}

/** Writes what changed after a pause, and at once when the page is hidden. Nothing is kept that is as it began. */
function useKeeping({ id, initial }: DraftSlot, draft: Draft | undefined): void {
  useEffect(() => {
    if (!draft) return;
    const isUntouched = isSameDraft(draft, initial);
    const keep = () => void (isUntouched ? forgetDraft(id) : keepDraft(id, draft)).catch(ignoreFullStore);
    const timer = setTimeout(keep, keepAfterMs);
    const onHidden = () => document.visibilityState === 'hidden' && keep();
    const onLeave = () => keepAtOnce(id, draft);
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', onLeave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [id, draft, initial]);
}

function keepAtOnce(slotId: string, draft: Draft): void {
  try {
    keepLastDraft(slotId, draft);
  } catch {
    ignoreFullStore();
  }
}

/** A browser that keeps nothing still edits and runs. */
function ignoreFullStore(): void {}
