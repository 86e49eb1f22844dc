import { type Chord, chordId, isMacHere } from './chord.ts';

/** What is to be said of a chord before a command gets it: that it cannot be, or what else it does. */
export type Advice =
  | { readonly kind: 'fine' }
  | { readonly kind: 'impossible'; readonly words: string }
  | { readonly kind: 'doubtful'; readonly words: string };

/** Never told to a page, or only in some browsers. */
const ofTheBrowser: Readonly<Record<string, string>> = {
  'Mod+W': 'closes the tab',
  'Mod+T': 'opens a tab',
  'Mod+N': 'opens a window',
  'Mod+Shift+W': 'closes the window',
  'Mod+Shift+T': 'opens the last tab again',
  'Mod+Shift+N': 'opens a private window',
  'Mod+Tab': 'goes to the next tab',
  'Mod+Shift+Tab': 'goes to the tab before',
  'Mod+PageUp': 'goes to the tab before',
  'Mod+PageDown': 'goes to the next tab',
  'Mod+Q': 'quits the browser',
  'Alt+F4': 'closes the window',
  F11: 'fills the screen',
  F12: 'opens the browser’s tools',
};

/** What a person would miss. */
const ofEverybody: Readonly<Record<string, string>> = {
  'Mod+C': 'copies',
  'Mod+V': 'pastes',
  'Mod+X': 'cuts',
  'Mod+A': 'selects all',
  'Mod+Z': 'undoes',
  'Mod+Y': 'redoes',
  'Mod+Shift+Z': 'redoes',
  'Mod+F': 'finds in the code',
  'Mod+H': 'replaces in the code',
  'Mod+/': 'makes a line of code a comment',
  'Ctrl+M': 'lets Tab move the focus out of the code',
  'Mod+R': 'loads the page again',
  F5: 'loads the page again',
  'Mod+L': 'goes to the address bar',
};

export function adviceOf(chord: Chord): Advice {
  if (typesSomething(chord)) {
    return {
      kind: 'impossible',
      words: 'These keys type or move. Add Ctrl or Alt, or press a function key.',
    };
  }
  const taken = whatItDoes(ofTheBrowser, chord);
  if (taken) {
    return { kind: 'doubtful', words: `In most browsers this ${taken}, and the page never hears of it.` };
  }
  const used = whatItDoes(ofEverybody, chord);
  return used ? { kind: 'doubtful', words: `This ${used}, and would no longer.` } : { kind: 'fine' };
}

function typesSomething(chord: Chord): boolean {
  if (chord === '?' || /(?:^|\+)F\d{1,2}$/.test(chord)) return false;
  // Option types signs on a Mac, as Shift does everywhere.
  return (
    !(isMacHere() ? /(?:Mod|Ctrl)\+/ : /(?:Mod|Ctrl|Alt)\+/).test(chord) &&
    !/Alt\+Shift|Shift\+Alt/.test(chord)
  );
}

function whatItDoes(known: Readonly<Record<string, string>>, chord: Chord): string | undefined {
  return Object.entries(known).find(([other]) => chordId(other) === chordId(chord))?.[1];
}
