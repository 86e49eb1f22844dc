import { expect, test, vi } from 'vitest';
import type { Command } from '../_commands/command.ts';
import { exCommandsOf, performEx } from './ex-commands.ts';
import { modeWords } from './vim-words.ts';

const command = (id: string, change: Partial<Command> = {}): Command => ({
  ...{ id, title: id, group: 'Run', perform: () => undefined },
  ...change,
});
const write = { short: 'w', name: 'write' };

test('vim knows those commands of the page that have a name for it', () => {
  expect(exCommandsOf([command('share', { ex: write }), command('other')])).toEqual([write]);
});

test('each short name begins its whole one, as vim demands', () => {
  const { short, name } = write;
  expect(name.startsWith(short)).toBe(true);
});

test('a command is performed once the command line is gone', async () => {
  const perform = vi.fn();
  expect(performEx([command('share', { ex: write, perform })], 'write')).toBeUndefined();
  expect(perform).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(perform).toHaveBeenCalledOnce());
});

test('what is off now, or no longer there, is told in words and not performed', () => {
  const perform = vi.fn();
  expect(performEx([command('share', { ex: write, perform, isOff: true })], 'write')).toBe(
    ':write is not possible now.',
  );
  expect(performEx([], 'write')).toBe(':write is not possible now.');
  expect(perform).not.toHaveBeenCalled();
});

test('modes are written as vim writes them', () => {
  expect(modeWords({ mode: 'normal' })).toBe('NORMAL');
  expect(modeWords({ mode: 'visual', subMode: 'linewise' })).toBe('VISUAL LINE');
  expect(modeWords({ mode: 'visual' })).toBe('VISUAL');
});
