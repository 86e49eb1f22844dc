'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { chordWords, isMacHere } from './chord.ts';
import type { Command } from './command.ts';

const Commands = createContext<readonly Command[]>([]);

interface CommandTitlesProps {
  readonly commands: readonly Command[];
  readonly children: ReactNode;
}

/** Lets the buttons of a page say which keys do the same. */
export function CommandTitles({ commands, children }: CommandTitlesProps) {
  return <Commands value={commands}>{children}</Commands>;
}

/** The keys of a command as a person reads them: `Ctrl+Enter`. Undefined when it has none. */
export function useKeyWords(id: string): string | undefined {
  const chord = useContext(Commands).find((command) => command.id === id)?.keys?.[0];
  // The server drew for a keyboard that is no Mac's: the first drawing here must be the same.
  const isMac = useSyncExternalStore(neverChanges, isMacHere, () => false);
  return chord === undefined ? undefined : chordWords(chord, isMac);
}

/** What a button says of itself: `Run (Ctrl+Enter)`. */
export function useTitle(id: string, words: string): string {
  const keys = useKeyWords(id);
  return keys === undefined ? words : `${words} (${keys})`;
}

function neverChanges(): () => void {
  return () => undefined;
}
