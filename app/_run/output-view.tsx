'use client';

import { memo, type UIEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Announcer } from './announcer.tsx';
import type { Ink, Span } from './ansi.ts';
import type { Block, Line, LogView, OutputLog } from './output-log.ts';
import styles from './output-view.module.css';
import { isAtEnd, scrollToEnd, useStayAtEnd } from './use-stay-at-end.ts';

/** Blocks of 200 lines that are in the page at first; earlier ones come when asked for. */
const blocksShown = 25;
const lineHeightPixels = 20;

interface OutputViewProps {
  readonly log: OutputLog;
  readonly label: string;
  readonly wrap: boolean;
}

/** A log that follows its end while it is scrolled there, and says how much is new when it is not. */
export function OutputView({ log, label, wrap }: OutputViewProps) {
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
          <BlockView key={block.id} block={block} />
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

/** A full block never changes, so it is drawn once. */
const BlockView = memo(function BlockView({ block }: { block: Block }) {
  const height = `auto ${block.lines.length * lineHeightPixels}px`;
  return (
    <div className={styles['block']} style={{ containIntrinsicBlockSize: height }}>
      {segmentsOf(block.lines).map((segment) => (
        <div key={segment.key} className={styles[segment.stream]}>
          {segment.stream === 'stderr' && <span className={styles['label']}>stderr</span>}
          {segment.spans.map((span, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
            <SpanView key={index} span={span} />
          ))}
        </div>
      ))}
    </div>
  );
});

interface Segment {
  readonly key: number;
  readonly stream: Line['stream'];
  readonly spans: Span[];
}

/** Neighbouring lines of one stream as one element, and their plain text as one text node. */
function segmentsOf(lines: readonly Line[]): Segment[] {
  const segments: Segment[] = [];
  for (const [index, line] of lines.entries()) {
    let segment = segments.at(-1);
    if (segment?.stream !== line.stream) {
      segment = { key: index, stream: line.stream, spans: [] };
      segments.push(segment);
    }
    for (const span of line.spans ?? [{ text: line.text, ink: null }]) push(segment.spans, span);
    if (!line.goesOn) push(segment.spans, { text: '\n', ink: null });
  }
  return segments;
}

function push(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && !last.ink && !span.ink) spans[spans.length - 1] = { text: last.text + span.text, ink: null };
  else spans.push(span);
}

function SpanView({ span }: { span: Span }) {
  if (!span.ink) return span.text;
  return (
    <span className={span.ink.looks.map((look) => styles[look]).join(' ')} style={styleOf(span.ink)}>
      {span.text}
    </span>
  );
}

function styleOf({ color, background, looks }: Ink) {
  if (!looks.includes('reverse')) return { color, background };
  return { color: background ?? 'var(--bg)', background: color ?? 'var(--text)' };
}
