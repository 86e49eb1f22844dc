/** The keys of a command as they are written down: `Mod+Enter`, `Shift+Alt+F`. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Chord = string;

/** What of a keyboard event tells a chord. */
export type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether exactly these keys are down. AltGr, which some keyboards type with, is never Ctrl+Alt. */
export function isChord(
  keys: Keys & Partial<Pick<KeyboardEvent, 'getModifierState'>>,
  chord: Chord,
): boolean {
  const { modifiers, key } = parse(chord);
  const isMac = isMacHere();
  const wants = (name: string) => modifiers.includes(name);
  if (keys.getModifierState?.('AltGraph')) return false;
  return (
    keys.ctrlKey === (wants('Ctrl') || (wants('Mod') && !isMac)) &&
    keys.metaKey === (wants('Mod') && isMac) &&
    keys.altKey === wants('Alt') &&
    // `?` is typed with Shift on some keyboards, and is itself on all of them.
    (keys.shiftKey === wants('Shift') || key === '?') &&
    keyOf(keys) === key.toLowerCase()
  );
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** As a person reads it: `Ctrl+Enter`, on a Mac `⌘Enter`. */
export function chordWords(chord: Chord, isMac = isMacHere()): string {
  const { modifiers, key } = parse(chord);
  if (isMac) return [...modifiers.map((name) => macSigns[name] ?? name), key].join('');
  return [...modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)), key].join('+');
}

/** False where there is no window: the server draws the page for most people. */
export function isMacHere(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}

function parse(chord: Chord): { readonly modifiers: readonly string[]; readonly key: string } {
  const parts = chord.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

/** With Option held down a Mac's letter keys type other signs: then it is the place of the key that counts. */
function keyOf({ key, code }: Keys): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  const [, letter] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  return (letter ?? key).toLowerCase();
}
