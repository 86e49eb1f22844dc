import { type Chord, chordWords } from '../_commands/chord.ts';
import { type Advice, adviceOf } from '../_commands/chord-advice.ts';
import type { Command } from '../_commands/command.ts';
import { give, holderOf, takeAway } from '../_commands/give-keys.ts';
import type { KeyChoices } from '../_commands/key-choices.ts';
import { isFound, type SettingRow } from './setting-row.ts';
import { settingsStore } from './settings-store.ts';

/** Changes which keys do what, on this page and all others. */
export function chooseKeys(keys: KeyChoices): void {
  settingsStore.change({ keys });
}

/** By its name, its keys, or as one of the shortcuts. */
export function isCommandFound({ title, group, keys = [] }: Command, text: string): boolean {
  const written = keys.map((chord) => chordWords(chord)).join(' ');
  return isFound(`${title} ${group} ${written} shortcuts keys`, text);
}

/** Why somebody should think before a command gets a chord; undefined where nothing speaks against it. */
export function objectionTo(
  chord: Chord,
  commands: readonly Command[],
  id: string,
): Exclude<Advice, { kind: 'fine' }> | undefined {
  const advice = adviceOf(chord);
  if (advice.kind === 'impossible') return advice;
  const holder = holderOf(chord, commands, id);
  const held = holder && `${chordWords(chord)} is the key of “${holder.title}”, which would lose it.`;
  const said = advice.kind === 'doubtful' ? advice.words : undefined;
  const words = [held, said].filter((one) => one !== undefined).join(' ');
  return words === '' ? undefined : { kind: 'doubtful', words };
}

const saveChord = 'Mod+S';

/** The commands that people expect of Ctrl+S. */
const saving = [
  ['share.link', 'Shares a link'],
  ['file.keep', 'Saves the draft'],
  ['editor.format', 'Formats the code'],
  ['run.toggle', 'Runs the code'],
] as const;

/** What Ctrl+S does is whose key it is: the same that the list of shortcuts shows. */
export function saveRow(commands: readonly Command[], choices: KeyChoices): SettingRow {
  const holder = holderOf(saveChord, commands, null);
  const known = saving.findIndex(([id]) => id === holder?.id);
  const other = holder !== undefined && known < 0 ? [`Something else: ${holder.title}`] : [];
  const nothing = holder === undefined ? saving.length : -1;
  const pick = (index: number) => {
    const [id] = saving[index] ?? [];
    if (id !== undefined) chooseKeys(give(choices, commands, { id, chord: saveChord }));
    else if (index === saving.length) chooseKeys(nobodys(saveChord, commands, choices));
  };
  return {
    ...{ id: 'save', group: 'Shortcuts', label: `What ${chordWords(saveChord)} does` },
    control: {
      ...{ kind: 'choice', pick, words: [...saving.map(([, words]) => words), 'Nothing', ...other] },
      index: other.length > 0 ? saving.length + 1 : Math.max(known, nothing),
      ...{ isUsual: known === 0, reset: () => pick(0) },
    },
  };
}

/** Taken from whoever has it, it would go back to the one that has it by itself: that must not have it either. */
function nobodys(chord: Chord, commands: readonly Command[], choices: KeyChoices): KeyChoices {
  const holder = holderOf(chord, commands, null);
  const usual = commands.find(({ id }) => id === saving[0][0]);
  const both = [holder, usual].filter((command) => command !== undefined);
  return both.reduce((taken, command) => takeAway(command, chord, taken), choices);
}
