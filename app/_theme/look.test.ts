import { expect, test } from 'vitest';
import { lookAttributes, parseLook } from './look.ts';

test.each([
  ['dark.more', { theme: 'dark', contrast: 'more' }],
  ['light.system', { theme: 'light', contrast: 'system' }],
  ['"><script>', { theme: 'system', contrast: 'system' }],
  [undefined, { theme: 'system', contrast: 'system' }],
])('the cookie %s', (text, look) => {
  expect(parseLook(text)).toEqual(look);
});

test('what follows the system says nothing to the style sheets', () => {
  expect(lookAttributes(parseLook(''))).toEqual({ 'data-theme': undefined, 'data-contrast': undefined });
  expect(lookAttributes(parseLook('dark.more'))).toEqual({ 'data-theme': 'dark', 'data-contrast': 'more' });
});
