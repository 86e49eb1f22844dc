import { type Chord, chordId } from './chord.ts';
import type { Command } from './command.ts';
import type { KeyChoices } from './key-choices.ts';

/** The other command that answers to a chord. */
export function holderOf(
  chord: Chord,
  commands: readonly Command[],
  exceptId: string | null,
): Command | undefined {
  return commands.find(({ id, keys = [] }) => id !== exceptId && hasChord(keys, chord));
}

interface Gift {
  readonly id: string;
  readonly chord: Chord;
  /** The one of its chords in whose place the new one comes; without it comes beside them. */
  readonly instead?: Chord | undefined;
}

/** Gives a command a chord; whichever other had it has it no more. `commands` have the keys they have now. */
export function give(choices: KeyChoices, commands: readonly Command[], gift: Gift): KeyChoices {
  const { id, chord, instead } = gift;
  const before = commands.find((command) => command.id === id)?.keys ?? [];
  const kept = before.filter((other) => !isSame(other, chord));
  const at = instead === undefined ? -1 : kept.findIndex((other) => isSame(other, instead));
  const keys = at < 0 ? [...kept, chord] : kept.with(at, chord);
  return { ...takenFromAll(choices, chord), [id]: keys };
}

/** Takes one of its chords from a command. */
export function takeAway({ id, keys = [] }: Command, chord: Chord, choices: KeyChoices): KeyChoices {
  return { ...choices, [id]: keys.filter((other) => !isSame(other, chord)) };
}

/** Back to the usual keys of one command. */
export function withUsualKeys(choices: KeyChoices, id: string): KeyChoices {
  return Object.fromEntries(Object.entries(choices).filter(([other]) => other !== id));
}

function takenFromAll(choices: KeyChoices, chord: Chord): KeyChoices {
  const lists = Object.entries(choices);
  return Object.fromEntries(lists.map(([id, keys]) => [id, keys.filter((other) => !isSame(other, chord))]));
}

function hasChord(keys: readonly Chord[], chord: Chord): boolean {
  return keys.some((other) => isSame(other, chord));
}

function isSame(one: Chord, other: Chord): boolean {
  return chordId(one) === chordId(other);
}
