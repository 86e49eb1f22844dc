import { expect, test } from 'vitest';
import { parseLook } from '../_theme/look.ts';
import { foundRows, settingGroups } from './setting-row.ts';
import { settingRows } from './setting-rows.ts';
import { usualSettings } from './settings.ts';

const rows = settingRows(usualSettings, parseLook(''));
const found = (text: string) => foundRows(rows, text).map(({ id }) => id);

test('a setting is found by words of its name, its help or its values, in any order', () => {
  expect(found('size font')).toEqual(['font-size']);
  expect(found('VIM')).toContain('keymap');
  expect(found('template')).toEqual(['start-with']);
  expect(found('less motion')).toEqual(['motion']);
  expect(found('no such setting')).toEqual([]);
  expect(found('')).toHaveLength(rows.length);
});

test('every setting but the keys has a row of its own, in one of the groups', () => {
  expect(rows).toHaveLength(Object.keys(usualSettings).length - 1 + 4);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { group } of rows) expect(settingGroups).toContain(group);
});

test('with the usual settings nothing offers to be reset', () => {
  expect(rows.filter(({ control }) => control.kind !== 'fact' && !control.isUsual)).toEqual([]);
});

test('what was changed does', () => {
  const changed = settingRows({ ...usualSettings, fontSize: 20, keymap: 'vim' }, parseLook('dark'));
  const offering = changed.filter(({ control }) => control.kind !== 'fact' && !control.isUsual);
  expect(offering.map(({ id }) => id)).toEqual(['keymap', 'font-size', 'theme']);
});
