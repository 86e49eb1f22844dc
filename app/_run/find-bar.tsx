'use client';

import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import styles from './find-bar.module.css';
import { findText, mostFound } from './find-text.ts';
import type { LogView } from './output-log.ts';

interface FindBarProps {
  /** What is searched, and scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What is drawn there: it is searched again when it changes. */
  readonly view: LogView;
  readonly onClose: () => void;
}

/** Finds a text in the output, shows all places and steps through them. */
export function FindBar({ scroller, view, onClose }: FindBarProps) {
  const [wanted, setWanted] = useState('');
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [chosen, choose] = useState(0);
  useEffect(() => {
    // It is searched once what comes can be read.
    if (!view.isPouring)
      setRanges(
        scroller.current ? findText(scroller.current, wanted, '[data-label], button[data-more]') : [],
      );
  }, [wanted, view, scroller]);
  useEffect(() => showAll(ranges), [ranges]);
  const here = ranges[Math.min(chosen, ranges.length - 1)];
  useEffect(() => showOne(here, scroller.current), [here, scroller]);

  const step = (by: number) =>
    choose((Math.min(chosen, ranges.length - 1) + by + ranges.length) % Math.max(1, ranges.length));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles['bar']}>
      <input
        value={wanted}
        onChange={({ target }) => {
          setWanted(target.value);
          choose(0);
        }}
        onKeyDown={onKeyDown}
        aria-label="Find in the output"
        placeholder="Find in the output"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it is opened to type into it
        autoFocus
      />
      <span className={styles['count']} role="status">
        {countWords(wanted, chosen, ranges.length)}
      </span>
      <button
        type="button"
        onClick={() => step(-1)}
        disabled={ranges.length === 0}
        aria-label="Previous place"
      >
        ↑
      </button>
      <button type="button" onClick={() => step(1)} disabled={ranges.length === 0} aria-label="Next place">
        ↓
      </button>
      <button type="button" onClick={onClose} aria-label="Close the search">
        ×
      </button>
    </search>
  );
}

function countWords(wanted: string, chosen: number, count: number): string {
  if (wanted === '') return '';
  if (count === 0) return 'Not found';
  return `${Math.min(chosen + 1, count)} of ${count}${count === mostFound ? ' or more' : ''}`;
}

/** Marks every place, until the returned function is called. Browsers without highlights mark none. */
function showAll(ranges: readonly Range[]): () => void {
  CSS.highlights?.set('found', new Highlight(...ranges));
  return () => void CSS.highlights?.delete('found');
}

function showOne(range: Range | undefined, scroller: HTMLElement | null): (() => void) | undefined {
  if (!range || !scroller) return;
  CSS.highlights?.set('found-here', new Highlight(range));
  // What is far off screen has no size until it is near.
  const block = range.startContainer.parentElement;
  if (range.getBoundingClientRect().height === 0) block?.scrollIntoView({ block: 'center' });
  const frame = requestAnimationFrame(() => bringIntoView(range, scroller));
  return () => {
    cancelAnimationFrame(frame);
    CSS.highlights?.delete('found-here');
  };
}

function bringIntoView(range: Range, scroller: HTMLElement): void {
  const place = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (place.top < view.top || place.bottom > view.bottom)
    scroller.scrollTop += place.top - view.top - view.height / 2;
  if (place.left < view.left || place.right > view.right)
    scroller.scrollLeft += place.left - view.left - view.width / 2;
}
