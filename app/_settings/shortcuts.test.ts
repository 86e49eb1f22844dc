import { afterEach, expect, test } from 'vitest';
import type { Command } from '../_commands/command.ts';
import { withChosenKeys } from '../_commands/key-choices.ts';
import { usualSettings } from './settings.ts';
import { settingsStore } from './settings-store.ts';
import { isCommandFound, objectionTo, saveRow } from './shortcuts.ts';

const command = (id: string, title: string, ...keys: string[]): Command => ({
  ...{ id, title, group: 'Run', keys, perform: () => undefined },
});
const commands = [
  command('share.link', 'Share a link', 'Mod+S'),
  command('run.toggle', 'Run', 'Mod+Enter'),
  command('view.results', 'Hide the pane', 'Mod+J'),
  command('file.keep', 'Save the draft now'),
];
/** The row as it is with what has been chosen. */
function row() {
  const { keys } = settingsStore.now();
  const { control } = saveRow(withChosenKeys(commands, keys), keys);
  if (control.kind !== 'choice') throw new Error('What Ctrl+S does is chosen from a list.');
  return { ...control, said: control.words[control.index] };
}

afterEach(() => settingsStore.change(usualSettings));

test('a chord of another command is told with that command’s name', () => {
  expect(objectionTo('Ctrl+J', commands, 'run.toggle')?.words).toBe(
    'Ctrl+J is the key of “Hide the pane”, which would lose it.',
  );
  expect(objectionTo('Ctrl+J', commands, 'view.results')).toBeUndefined();
  expect(objectionTo('F9', commands, 'run.toggle')).toBeUndefined();
  expect(objectionTo('X', commands, 'run.toggle')?.kind).toBe('impossible');
});

test('a command is found by its title and by its keys', () => {
  const pane = command('view.results', 'Hide the pane', 'Mod+J');
  expect(isCommandFound(pane, 'pane')).toBe(true);
  expect(isCommandFound(pane, 'ctrl+j')).toBe(true);
  expect(isCommandFound(pane, 'share')).toBe(false);
});

test('Ctrl+S shares, until another of its uses is picked', () => {
  expect(row()).toMatchObject({ said: 'Shares a link', isUsual: true });
  row().pick(1);
  expect(row()).toMatchObject({ said: 'Saves the draft', isUsual: false });
  row().pick(4);
  expect(row().said).toBe('Nothing');
  row().reset();
  expect(row()).toMatchObject({ said: 'Shares a link', isUsual: true });
});

test('Ctrl+S of another command is named', () => {
  settingsStore.change({ keys: { 'view.results': ['Mod+S'] } });
  expect(row().said).toBe('Something else: Hide the pane');
});
