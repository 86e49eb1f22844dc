import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { give, holderOf, takeAway, withUsualKeys } from './give-keys.ts';
import { withChosenKeys } from './key-choices.ts';

const command = (id: string, ...keys: string[]): Command => ({
  ...{ id, title: id, group: 'Run', keys, perform: () => undefined },
});
const commands = [command('run', 'Mod+Enter'), command('share', 'Mod+S'), command('format', 'Shift+Alt+F')];
const keysOf = (shown: readonly Command[]) => Object.fromEntries(shown.map(({ id, keys }) => [id, keys]));

test('without choices commands have their usual keys', () => {
  expect(withChosenKeys(commands, {}).map(({ keys }) => keys)).toEqual([
    ['Mod+Enter'],
    ['Mod+S'],
    ['Shift+Alt+F'],
  ]);
});

test('a chord that a command is given is taken from the one that has it by itself', () => {
  const choices = give({}, commands, { id: 'run', chord: 'Mod+S' });
  expect(keysOf(withChosenKeys(commands, choices))).toEqual({
    run: ['Mod+Enter', 'Mod+S'],
    share: [],
    format: ['Shift+Alt+F'],
  });
});

test('it is taken from the one that was given it before, too', () => {
  const first = give({}, commands, { id: 'run', chord: 'F9' });
  const second = give(first, withChosenKeys(commands, first), { id: 'format', chord: 'F9' });
  expect(second).toEqual({ run: ['Mod+Enter'], format: ['Shift+Alt+F', 'F9'] });
});

test('a chord in the place of another keeps that place', () => {
  const palette = [command('palette', 'Mod+K', 'F1', 'Mod+Shift+P')];
  expect(give({}, palette, { id: 'palette', chord: 'F2', instead: 'F1' })).toEqual({
    palette: ['Mod+K', 'F2', 'Mod+Shift+P'],
  });
});

test('the chord that it has already changes nothing, and comes only once', () => {
  expect(give({}, commands, { id: 'run', chord: 'Ctrl+Enter' })['run']).toEqual(['Ctrl+Enter']);
  expect(
    give({}, commands, { id: 'format', chord: 'Alt+Shift+F', instead: 'Shift+Alt+F' })['format'],
  ).toEqual(['Alt+Shift+F']);
});

test('a command may have no keys at all, and gets its usual ones back', () => {
  const [, share] = commands;
  const none = takeAway(share ?? command('share'), 'Mod+S', {});
  expect(withChosenKeys(commands, none)[1]?.keys).toEqual([]);
  expect(withChosenKeys(commands, withUsualKeys(none, 'share'))[1]?.keys).toEqual(['Mod+S']);
});

test('who else has a chord is found however it is written, and never the command itself', () => {
  expect(holderOf('Alt+Shift+F', commands, 'run')?.id).toBe('format');
  expect(holderOf('Ctrl+S', commands, 'run')?.id).toBe('share');
  expect(holderOf('Mod+S', commands, 'share')).toBeUndefined();
});

test('a name that every object has is no command’s choice', () => {
  expect(withChosenKeys([command('constructor', 'F9')], {})[0]?.keys).toEqual(['F9']);
});
