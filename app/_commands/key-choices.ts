import { type Chord, chordId } from './chord.ts';
import type { Command } from './command.ts';

/** The keys that a person gave to commands, by the commands' ids. An empty list is no keys at all. */
export type KeyChoices = Readonly<Record<string, readonly Chord[]>>;

/** The commands with the keys they have now: the chosen ones, else the usual ones that no other was given. */
export function withChosenKeys(commands: readonly Command[], choices: KeyChoices): readonly Command[] {
  const given = new Set(
    Object.values(choices)
      .flat()
      .map((chord) => chordId(chord)),
  );
  return commands.map((command) => {
    const usual = command.keys?.filter((chord) => !given.has(chordId(chord))) ?? [];
    return { ...command, keys: chosenOf(choices, command.id) ?? usual };
  });
}

export function chosenOf(choices: KeyChoices, id: string): readonly Chord[] | undefined {
  return Object.hasOwn(choices, id) ? choices[id] : undefined;
}
