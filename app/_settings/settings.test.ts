import { expect, test } from 'vitest';
import { parseSettings, usualSettings, writeSettings } from './settings.ts';

const parsed = (kept: unknown) => parseSettings(JSON.stringify(kept));

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['a list', '[1]'],
  ['a number', '7'],
  ['null', 'null'],
  ['another version', JSON.stringify({ version: 2, fontSize: 20 })],
  ['far too much', `{"version":1,"fontSize":20,"x":"${'x'.repeat(100_001)}"}`],
])('from %s come the usual settings', (_, kept) => {
  expect(parseSettings(kept)).toEqual(usualSettings);
});

test('what was chosen comes back, and only that is written', () => {
  const chosen = { ...usualSettings, fontSize: 18, keymap: 'vim', keys: { 'run.toggle': ['F9'] } } as const;
  const written = writeSettings(chosen);
  expect(JSON.parse(written)).toEqual({
    version: 1,
    fontSize: 18,
    keymap: 'vim',
    keys: { 'run.toggle': ['F9'] },
  });
  expect(parseSettings(written)).toEqual(chosen);
});

test.each([
  ['fontSize', 10],
  ['fontSize', 25],
  ['fontSize', 13.5],
  ['fontSize', '18'],
  ['tabSize', 3],
  ['wrap', 'yes'],
  ['keymap', 'nano'],
  ['font', 'x"; } body { display: none'],
  ['warnAfterSeconds', -1],
  ['historyLength', 1_000_000],
  ['keys', ['F9']],
] as const)('%s cannot be %j, and the other settings stay as they were chosen', (name, value) => {
  expect(parsed({ version: 1, ligatures: true, [name]: value })).toEqual({
    ...usualSettings,
    ligatures: true,
    ...(name === 'keys' ? { keys: {} } : {}),
  });
});

test('of keys only chords are read, and only so many', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, ['F9']]));
  expect(Object.keys(parsed({ version: 1, keys: many }).keys)).toHaveLength(200);
  const hostile = {
    a: ['Mod+K', 7, '<img>'.repeat(9), 'Mod+Mod+Mod+Mod+Mod+K'],
    b: 'F9',
    ['x'.repeat(65)]: ['F9'],
  };
  expect(parsed({ version: 1, keys: hostile }).keys).toEqual({ a: ['Mod+K'] });
});

test('a name that every object has is no setting', () => {
  expect(parseSettings('{"version":1,"__proto__":{"fontSize":20},"constructor":1}')).toEqual(usualSettings);
});
