'use client';

import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import { ColourProbe, watchTheme } from '../_theme/drawn-theme.ts';
import type { RunSession } from './run-session.ts';
import styles from './terminal-view.module.css';

/** The program's terminal: its screen, and the keys it gets. */
export function TerminalView({ session }: { session: RunSession }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? openTerminal(place.current, session) : undefined), [session]);
  return (
    <div className={styles['whole']}>
      <div className={styles['screen']} ref={place} />
      <div className={styles['keys']} role="toolbar" aria-label="Keys for the program">
        <button type="button" onClick={() => void session.type('\u0003')} title="Interrupt the program">
          Ctrl+C
        </button>
        <button type="button" onClick={() => void session.type('\u0004')} title="End the program’s input">
          Ctrl+D
        </button>
      </div>
    </div>
  );
}

function openTerminal(place: HTMLElement, session: RunSession): () => void {
  const terminal = new Terminal({
    cursorBlink: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily: getComputedStyle(place).fontFamily,
    fontSize: 13,
    scrollback: 10_000,
    // A program that asks for white on black gets what is white and black in the page's theme: text there, and nearly text.
    minimumContrastRatio: 4.5,
    theme: themeNow(),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(place);
  terminal.attachCustomKeyEventHandler((event) => !copies(event, terminal));
  terminal.onData((keys) => void session.type(keys));
  terminal.onResize(({ rows, cols }) => session.resize({ rows, columns: cols }));
  const sized = new ResizeObserver(() => fit.fit());
  sized.observe(place);
  const unwatch = watchTheme(() => {
    terminal.options.theme = themeNow();
  });
  const unfollow = session.screen.follow({
    write: (text) => terminal.write(text),
    reset: () => terminal.reset(),
  });
  if (window.matchMedia('(pointer: fine)').matches) terminal.focus();
  return () => {
    unfollow();
    unwatch();
    sized.disconnect();
    terminal.dispose();
  };
}

/** Ctrl+C is an interrupt, but with a selection it copies, as people expect. */
function copies(event: KeyboardEvent, terminal: Terminal): boolean {
  const isCopy = event.type === 'keydown' && event.ctrlKey && event.key.toLowerCase() === 'c';
  if (!isCopy || !terminal.hasSelection()) return false;
  event.preventDefault();
  void navigator.clipboard.writeText(terminal.getSelection()).catch(() => undefined);
  terminal.clearSelection();
  return true;
}

const ansiNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The page's colours as they are now. */
function themeNow() {
  const probe = new ColourProbe();
  const colours = ansiNames.flatMap((name, index) => [
    [name, probe.hexOf(`term-${index}`)],
    [`bright${name[0]?.toUpperCase()}${name.slice(1)}`, probe.hexOf(`term-${index + 8}`)],
  ]);
  const theme = {
    background: probe.hexOf('bg'),
    foreground: probe.hexOf('text'),
    cursor: probe.hexOf('accent'),
    selectionBackground: probe.hexOf('selection'),
    ...Object.fromEntries(colours),
  };
  probe.remove();
  return theme;
}
