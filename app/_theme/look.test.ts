import { expect, test } from 'vitest';
import { lookAttributes, parseLook } from './look.ts';

test.each([
  ['dark.more', { theme: 'dark', contrast: 'more', density: 'normal' }],
  ['light.system.compact', { theme: 'light', contrast: 'system', density: 'compact' }],
  ['"><script>', { theme: 'system', contrast: 'system', density: 'normal' }],
  [undefined, { theme: 'system', contrast: 'system', density: 'normal' }],
])('the cookie %s', (text, look) => {
  expect(parseLook(text)).toEqual(look);
});

test('what follows the system says nothing to the style sheets', () => {
  expect(lookAttributes(parseLook(''))).toEqual({
    'data-theme': undefined,
    'data-contrast': undefined,
    'data-density': undefined,
  });
  expect(lookAttributes(parseLook('dark.more.compact'))).toEqual({
    'data-theme': 'dark',
    'data-contrast': 'more',
    'data-density': 'compact',
  });
});
