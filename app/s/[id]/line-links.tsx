'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './line-links.module.css';
import { extended, type LineRange, linesText } from './line-range.ts';

/** How far from a line's left edge its number reaches, in pixels. */
const gutter = 52;

interface LineLinksProps {
  /** The lines that the link points to, as the server has marked them. */
  readonly marked: LineRange | undefined;
  readonly children: ReactNode;
}

/** A press on a line's number has the address point to the line; with Shift, to all lines from the one before. */
export function LineLinks({ marked, children }: LineLinksProps) {
  const place = useRef<HTMLDivElement>(null);
  const range = useRef(marked);
  useEffect(() => place.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center' }), []);
  const onClick = (event: MouseEvent) => {
    const line = pressedLine(event);
    if (!line) return;
    const lines = linesIn(place.current);
    const number = lines.indexOf(line) + 1;
    range.current = event.shiftKey ? extended(range.current, number) : { from: number, to: number };
    show(lines, range.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer to what can be written in the address
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className={styles['place']} ref={place} onClick={onClick}>
      {children}
    </div>
  );
}

function pressedLine({ target, clientX }: MouseEvent): Element | undefined {
  const line = target instanceof Element ? target.closest('.line') : null;
  return line && clientX - line.getBoundingClientRect().left < gutter ? line : undefined;
}

function linesIn(place: Element | null): readonly Element[] {
  return [...(place?.querySelectorAll('.line') ?? [])];
}

function show(lines: readonly Element[], range: LineRange): void {
  for (const [index, line] of lines.entries())
    line.toggleAttribute('data-marked', index + 1 >= range.from && index + 1 <= range.to);
  const address = new URL(window.location.href);
  address.searchParams.set('L', linesText(range));
  window.history.replaceState(window.history.state, '', address);
  window.getSelection()?.removeAllRanges();
}
