import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hexOf, palette, paletteCss } from './palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

test('every colour is that of the style sheet', () => {
  for (const [name, [light, dark]] of Object.entries(palette))
    expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`);
});

test('a colour is known by its variable, and anything else is the text’s or itself', () => {
  expect(hexOf('var(--on-accent)', 'light')).toBe('#ffffff');
  expect(hexOf('var(--code-token-keyword)', 'dark')).toMatch(/^#[0-9a-f]{6}$/);
  expect(hexOf('var(--nothing)', 'light')).toBe(hexOf('var(--text)', 'light'));
  expect(hexOf(undefined, 'dark')).toBe(hexOf('var(--text)', 'dark'));
  expect(hexOf('rgb(1, 2, 3)', 'dark')).toBe('rgb(1, 2, 3)');
});

test('as a style sheet it has both themes', () => {
  expect(paletteCss()).toContain('--bg:light-dark(oklch(99% 0 0),oklch(17% 0.01 260))');
});
