'use client';

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

export interface Finding {
  /** The element whose log is looked through. */
  readonly panel: RefObject<HTMLElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Begins to look for a text; undefined where nothing can be looked for. */
  readonly begin: (() => void) | undefined;
  /** Ends it, and gives the focus back to the log; undefined while nothing is looked for. */
  readonly end: (() => void) | undefined;
}

/** Looking for a text in the output: by Mod+F within it, as the browser's own search does not see what is not drawn. */
export function useFinding(canFind: boolean): Finding {
  const [isFinding, setFinding] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const begin = () => setFinding(true);
  const end = () => {
    setFinding(false);
    panel.current?.querySelector<HTMLElement>('[role="log"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAsked = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!canFind || !isAsked) return;
    event.preventDefault();
    begin();
  };
  return { panel, onKeyDown, begin: canFind ? begin : undefined, end: isFinding ? end : undefined };
}
