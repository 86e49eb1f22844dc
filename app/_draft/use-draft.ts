'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Draft } from './draft.ts';
import { DraftDesk, type DraftNews, type DraftSlot } from './draft-desk.ts';

export interface DraftHandle {
  readonly draft: Draft;
  /** The draft at this moment: a key may be pressed before what was typed is drawn. */
  readonly draftNow: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** All drafts of this tab, whatever slot they are in. */
  readonly desk: DraftDesk;
}

/** The draft of a slot: the kept one once it is read, else the initial one; kept again as it changes. */
export function useDraft(slot: DraftSlot, news: DraftNews): DraftHandle {
  const latest = useRef(news);
  useEffect(() => {
    latest.current = news;
  });
  const [desk] = useState(
    () =>
      new DraftDesk({
        onFound: (found) => latest.current.onFound(found),
        onLost: (reason) => latest.current.onLost(reason),
        pauseMs: () => latest.current.pauseMs(),
      }),
  );
  const entries = useSyncExternalStore(desk.subscribe, desk.entries, desk.entries);
  useEffect(() => void desk.fill(slot).catch(reportError), [desk, slot]);
  useEffect(() => desk.watch(), [desk]);
  const draftNow = () => desk.draftIn(slot);
  return {
    draft: entries[slot.id]?.draft ?? slot.initial,
    draftNow,
    change: (change) => desk.put(slot, { ...draftNow(), ...change }),
    desk,
  };
}
