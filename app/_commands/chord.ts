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
    keyOf(keys).toLowerCase() === key.toLowerCase()
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

/** The chord that is down, or undefined while it is only keys that change others. */
export function chordOf(keys: Keys): Chord | undefined {
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'Unidentified'].includes(keys.key)) return undefined;
  const key = keyOf(keys);
  const isMac = isMacHere();
  const down = [
    [isMac ? keys.metaKey : keys.ctrlKey, 'Mod'],
    [isMac && keys.ctrlKey, 'Ctrl'],
    [keys.altKey, 'Alt'],
    [keys.shiftKey && key !== '?', 'Shift'],
  ] as const;
  const modifiers = down.flatMap(([isDown, name]) => (isDown ? [name] : []));
  return [...modifiers, key.length === 1 ? key.toUpperCase() : key].join('+');
}

/** The same for every way to write a chord down. */
export function chordId(chord: Chord, isMac = isMacHere()): string {
  const { modifiers, key } = parse(chord);
  const names = modifiers.map((name) => (name === 'Mod' && !isMac ? 'Ctrl' : name));
  return [...new Set(names)].sort().concat(key.toLowerCase()).join('+');
}

function parse(chord: Chord): { readonly modifiers: readonly string[]; readonly key: string } {
  const key = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '');
  const modifiers = chord.slice(0, -key.length).split('+');
  return { modifiers: modifiers.filter((name) => name !== ''), key };
}

const signs: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  Quote: "'",
  Semicolon: ';',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
};

/** With Option held down a Mac's keys type other signs: then it is the place of the key that counts. */
function keyOf({ key, code }: Keys): string {
  if (/^[\x21-\x7e]$/.test(key)) return key;
  const [, letter] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  if (key === ' ') return 'Space';
  const isNamed = key.length > 1 && key !== 'Dead';
  return letter ?? (isNamed ? key : signs[code]) ?? key;
}
