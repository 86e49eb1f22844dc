'use client';

import { useState } from 'react';
import type { LogView } from './output-log.ts';

/** Blocks of 200 lines that are in the page at first; earlier ones come when asked for, later ones when one reads on. */
const blocksShown = 25;
/** While it pours, as much as a screen can show of what nobody can read. */
const blocksPouring = 2;

/** Where a reader left the end of what was there. */
interface Left {
  readonly line: number;
  readonly block: number;
  readonly earlier: number;
  readonly later: number;
}

/** Which blocks of a log are drawn: its end while it is `isPinned` there, else those around where it was left. */
export function useShownBlocks(view: LogView, isSearched: boolean) {
  const [left, setLeft] = useState<Left | null>(null);
  // Fewer lines than there were: the log was cleared for another run, which begins at its end.
  if (left && left.line > view.lineCount) setLeft(null);

  const newest = view.blocks.at(-1)?.id ?? 0;
  const shown = isSearched && !view.isPouring ? view.blocks : blocksIn(view, left);
  const hasLater = (shown.at(-1)?.id ?? newest) < newest;
  const leave = (part: Partial<Left> = {}) =>
    setLeft({ ...(left ?? { line: view.lineCount, block: newest, earlier: 0, later: 0 }), ...part });
  return {
    shown,
    isPinned: left === null,
    newLines: left ? view.lineCount - left.line : 0,
    /** The end goes on without the reader. */
    leave: () => left ?? leave(),
    pin: () => setLeft(null),
    showEarlier: () => leave({ earlier: (left?.earlier ?? 0) + blocksShown }),
    /** At the end of what is drawn: shows what comes after it, or stays there. */
    readOn: () => (hasLater ? leave({ later: (left?.later ?? 0) + blocksShown }) : setLeft(null)),
  };
}

function blocksIn({ blocks, isPouring }: LogView, left: Left | null): LogView['blocks'] {
  if (!left) return blocks.slice(isPouring ? -blocksPouring : -blocksShown);
  const oldest = blocks[0]?.id ?? 0;
  // What was read may no longer be kept: then what is kept from the first on.
  const last = Math.max(left.block + 1 + left.later, oldest + blocksShown);
  const first = left.block - blocksShown - left.earlier;
  return blocks.filter(({ id }) => id > first && id <= last);
}
