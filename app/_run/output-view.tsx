'use client';

import { lazy, memo, Suspense, useRef, useSyncExternalStore } from 'react';
import { Announcer } from './announcer.tsx';
import type { PlaceLinks } from './mentioned-places.ts';
import type { Block, LogView, OutputLog } from './output-log.ts';
import styles from './output-view.module.css';
import { segmentsOf } from './segments.ts';
import { SpanView } from './span-view.tsx';
import { useReading } from './use-reading.ts';
import { useShownBlocks } from './use-shown-blocks.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

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
  const { shown, isPinned, newLines, ...reader } = useShownBlocks(view, onFound !== undefined);
  useStayAtEnd(scroller, isPinned, view);

  const listeners = useReading(reader);

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        data-wrap={look.wrap}
        data-times={look.times}
        {...listeners}
        role="log"
        aria-label={label}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        tabIndex={0}
      >
        <div>
          <Earlier view={view} first={shown[0]} onMore={reader.showEarlier} />
          {shown.map((block) => (
            <BlockView key={block.id} block={block} places={places} times={look.times} />
          ))}
        </div>
      </div>
      <NewLines count={newLines} onGo={reader.pin} />
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

interface EarlierProps {
  readonly view: LogView;
  readonly first: Block | undefined;
  readonly onMore: () => void;
}

function Earlier({ view, first, onMore }: EarlierProps) {
  return (
    <>
      {view.droppedCount > 0 && (
        <p className={styles['note']}>The first {view.droppedCount} lines are no longer kept in this page.</p>
      )}
      {!view.isPouring && first !== view.blocks[0] && (
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
