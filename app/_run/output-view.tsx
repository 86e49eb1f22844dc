'use client';

import { lazy, memo, Suspense, type UIEvent, useRef, useState, useSyncExternalStore } from 'react';
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

const FindBar = lazy(async () => ({ default: (await import('./find-bar.tsx')).FindBar }));

/** How the output is drawn. */
export interface OutputLook {
  readonly wrap: boolean;
  /** Whether each line has the time at which it came. */
  readonly times: boolean;
}

interface OutputViewProps {
  readonly log: OutputLog;
  readonly label: string;
  readonly look: OutputLook;
  /** Where a text is looked for: what ends that. */
  readonly onFound?: (() => void) | undefined;
  /** Where the code can be gone to: finds places in a text, and goes to one. */
  readonly places?: PlaceLinks | undefined;
}

/** A log that follows its end while it is scrolled there, and says how much is new when it is not. */
export function OutputView({ log, label, look, onFound, places }: OutputViewProps) {
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
  // What is looked for may be anywhere.
  const shown = view.blocks.filter((block) => onFound || block.id > first);
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
        data-wrap={look.wrap}
        data-times={look.times}
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
          <BlockView key={block.id} block={block} places={places} times={look.times} />
        ))}
      </div>
      <NewLines count={newLines} onGo={() => scrollToEnd(scroller.current)} />
      {onFound && (
        <Suspense>
          <FindBar {...{ scroller, view }} onClose={onFound} />
        </Suspense>
      )}
      <Announcer view={view} />
    </div>
  );
}

function NewLines({ count, onGo }: { count: number; onGo: () => void }) {
  if (count <= 0) return null;
  return (
    <button type="button" className={styles['pill']} onClick={onGo}>
      ↓ {count} new {count === 1 ? 'line' : 'lines'}
    </button>
  );
}

function Earlier({ view, hidden, onMore }: { view: LogView; hidden: number; onMore: () => void }) {
  return (
    <>
      {view.droppedCount > 0 && (
        <p className={styles['note']}>The first {view.droppedCount} lines are no longer kept in this page.</p>
      )}
      {hidden > 0 && (
        <button type="button" className={styles['earlier']} onClick={onMore} data-more>
          Show earlier output
        </button>
      )}
    </>
  );
}

interface BlockViewProps {
  readonly block: Block;
  readonly places: PlaceLinks | undefined;
  readonly times: boolean;
}

/** A full block never changes, so it is drawn once. */
const BlockView = memo(function BlockView({ block, places, times }: BlockViewProps) {
  const height = `auto ${block.lines.length * lineHeightPixels}px`;
  const segments = segmentsOf(block.lines, { isEachAlone: times });
  return (
    <div className={styles['block']} style={{ containIntrinsicBlockSize: height }}>
      {segments.map(({ key, stream, at, spans }, index) => (
        <div key={key} className={styles[stream]} data-at={times ? secondsOf(at) : undefined}>
          {stream === 'stderr' && segments[index - 1]?.stream !== stream && (
            <span className={styles['label']} data-label>
              stderr
            </span>
          )}
          {spans.map((span, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
            <SpanView key={place} span={span} places={places} />
          ))}
        </div>
      ))}
    </div>
  );
});

/** `1.042` */
function secondsOf(at: number): string {
  return (at / 1000).toFixed(3);
}
