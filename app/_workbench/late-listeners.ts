import { watchForgetting } from '../_settings/forgetting.ts';
import { type Taking, watchPastes } from '../_start/pasted-markdown.ts';
import { fitAboveKeyboard } from './keyboard-room.ts';
import { watchEscapes } from './leave-editor.ts';
import { watchForTab } from './leave-hint.ts';
import { refuseStrayDrops } from './stray-drops.ts';
import { watchSwipes } from './swipe-back.ts';

/** What the page does on its own accord, as things stand when it happens. */
export interface Listening extends Taking {
  readonly onBack: () => void;
  /** With vim Escape is vim's. */
  readonly keys: 'usual' | 'vim';
}

/** Listens for what can only happen once a person has the page. Answers how to end that. */
export function listen(now: () => Listening): () => void {
  const ends = [
    watchEscapes(() => now().keys === 'usual'),
    watchForTab(() => now().keys),
    refuseStrayDrops(),
    fitAboveKeyboard(),
    watchSwipes(() => now().onBack()),
    watchPastes(now),
    watchForgetting(),
  ];
  return () => {
    for (const end of ends) end();
  };
}
