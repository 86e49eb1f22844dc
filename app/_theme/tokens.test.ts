import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, parseOklch, toLinearRgb } from './colour.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
  ),
);

const token = (name: string, theme: 'light' | 'dark') => pairs.get(name)![theme];
const textTokens = ['text', 'muted', 'accent', 'ok', 'err', 'warn'];
const termTokens = Array.from({ length: 16 }, (_, index) => `term-${index}`);
const codeTokens = [...pairs.keys()].filter((name) => name.startsWith('code-token-'));

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each([...textTokens, ...termTokens, ...codeTokens])(
    '%s is readable on the page and on panes',
    (name) => {
      for (const ground of ['bg', 'surface']) {
        expect(contrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('outlines of controls stand out from what they lie on', () => {
    for (const ground of ['bg', 'surface']) {
      expect(contrast(token('control', theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  });

  it('the words on Run are readable, at rest and under the pointer', () => {
    for (const ground of ['accent', 'accent-hover']) {
      expect(contrast(token('on-accent', theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('selected text stays readable', () => {
    expect(contrast(token('text', theme), token('selection', theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...pairs.keys()])('%s can be shown by any screen', (name) => {
    for (const part of toLinearRgb(parseOklch(token(name, theme)))) {
      expect(part).toBeGreaterThanOrEqual(-0.002);
      expect(part).toBeLessThanOrEqual(1.002);
    }
  });
});

describe('more contrast', () => {
  const more = readFileSync(new URL('./contrast.css', import.meta.url), 'utf8');
  const tokensOf = (text: string) => [...text.matchAll(/--([\w-]+): (.*);/g)].map(([token]) => token);
  const [chosen = '', bySystem = ''] = more.split('@media');
  const colours = new Map(
    [...chosen.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)].map(
      ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
    ),
  );

  it('is the same by choice and by the system', () => {
    expect(tokensOf(chosen)).toEqual(tokensOf(bySystem));
    expect([...colours.keys()].length).toBeGreaterThan(10);
  });

  it.each([...textTokens, 'control'])('%s has the contrast of WCAG’s highest level', (name) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const ground of ['bg', 'surface']) {
        const figure = contrast(colours.get(name)![theme], colours.get(ground)![theme]);
        expect(figure).toBeGreaterThanOrEqual(7);
      }
    }
  });

  it.each([...colours.keys()])('%s can be shown by any screen', (name) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const part of toLinearRgb(parseOklch(colours.get(name)![theme]))) {
        expect(part).toBeGreaterThanOrEqual(-0.002);
        expect(part).toBeLessThanOrEqual(1.002);
      }
    }
  });
});

describe('the colour arithmetic', () => {
  it('knows the contrast between black and white', () => {
    expect(contrast('oklch(0% 0 0)', 'oklch(100% 0 0)')).toBeCloseTo(21, 1);
  });

  it('agrees with a known value: pure red', () => {
    const [red, green, blue] = toLinearRgb(parseOklch('oklch(62.8% 0.2577 29.23)'));
    expect(red).toBeCloseTo(1, 2);
    expect(green).toBeCloseTo(0, 2);
    expect(blue).toBeCloseTo(0, 2);
  });

  it('refuses what is not OKLCH', () => {
    expect(() => parseOklch('red')).toThrow('red');
  });
});
