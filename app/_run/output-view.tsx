'use client';

import { memo, type UIEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Announcer } from './announcer.tsx';
import type { PlaceLinks } from './mentioned-places.ts';
import type { Block, LogView, OutputLog } from './output-log.ts';
import styles from './output-view.module.css';
import { segmentsOf } from './segments.ts';
import { SpanView } from './span-view.tsx';
import { isAtEnd, scrollToEnd, useStayAtEnd } from './use-stay-at-end.ts';

/** Blocks of 200 lines that are in the page at first; earlier ones come when asked for. */
const blocksShown = 25;
const lineHeightPixels = 20;

interface OutputViewProps {
  readonly log: OutputLog;
  readonly label: string;
  readonly wrap: boolean;
  /** Where the code can be gone to: finds places in a text, and goes to one. */
  readonly places?: PlaceLinks | undefined;
}

/** A log that follows its end while it is scrolled there, and says how much is new when it is not. */
export function OutputView({ log, label, wrap, places }: OutputViewProps) {
  const view = useSyncExternalStore(log.subscribe, log.snapshot, log.snapshot);
  const scroller = useRef<HTMLDivElement>(null);
  const [unpinnedAt, setUnpinnedAt] = useState<{ line: number; block: number } | null>(null);
  const [extraBlocks, setExtraBlocks] = useState(0);

  // Fewer lines than there were: the log was cleared for another run, which begins at its end.
  if (unpinnedAt && unpinnedAt.line > view.lineCount) {
    setUnpinnedAt(null);
    setExtraBlocks(0);
  }

  const newest = view.blocks.at(-1)?.id ?? 0;
  const first = (unpinnedAt?.block ?? newest) - blocksShown - extraBlocks;
  const shown = view.blocks.filter((block) => block.id > first);

  const isPinned = unpinnedAt === null;
  useStayAtEnd(scroller, isPinned, view);

  const lastTop = useRef(0);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const wentUp = currentTarget.scrollTop < lastTop.current;
    lastTop.current = currentTarget.scrollTop;
    if (isAtEnd(currentTarget)) setUnpinnedAt(null);
    else if (wentUp && isPinned) setUnpinnedAt({ line: view.lineCount, block: newest });
  };
  const newLines = unpinnedAt ? view.lineCount - unpinnedAt.line : 0;

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        data-wrap={wrap}
        onScroll={onScroll}
        role="log"
        aria-label={label}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        tabIndex={0}
      >
        <Earlier
          view={view}
          hidden={view.blocks.length - shown.length}
          onMore={() => setExtraBlocks(extraBlocks + blocksShown)}
        />
        {shown.map((block) => (
          <BlockView key={block.id} block={block} places={places} />
        ))}
      </div>
      {newLines > 0 && (
        <button type="button" className={styles['pill']} onClick={() => scrollToEnd(scroller.current)}>
          ↓ {newLines} new {newLines === 1 ? 'line' : 'lines'}
        </button>
      )}
      <Announcer view={view} />
    </div>
  );
}

function Earlier({ view, hidden, onMore }: { view: LogView; hidden: number; onMore: () => void }) {
  return (
    <>
      {view.droppedCount > 0 && (
        <p className={styles['note']}>The first {view.droppedCount} lines are no longer kept in this page.</p>
      )}
      {hidden > 0 && (
        <button type="button" className={styles['earlier']} onClick={onMore}>
          Show earlier output
        </button>
      )}
    </>
  );
}

interface BlockViewProps {
  readonly block: Block;
  readonly places: PlaceLinks | undefined;
}

/** A full block never changes, so it is drawn once. */
const BlockView = memo(function BlockView({ block, places }: BlockViewProps) {
  const height = `auto ${block.lines.length * lineHeightPixels}px`;
  return (
    <div className={styles['block']} style={{ containIntrinsicBlockSize: height }}>
      {segmentsOf(block.lines).map((segment) => (
        <div key={segment.key} className={styles[segment.stream]}>
          {segment.stream === 'stderr' && <span className={styles['label']}>stderr</span>}
          {segment.spans.map((span, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
            <SpanView key={index} span={span} places={places} />
          ))}
        </div>
      ))}
    </div>
  );
});
