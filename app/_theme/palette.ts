import { parseOklch, toHex } from './colour.ts';

/**
 * The tokens of `tokens.css`, for what is drawn where that style sheet is not: pages of others, pictures. Each is a
 * colour for light and one for dark; a test holds them to the style sheet.
 */
export const palette = {
  bg: ['oklch(99% 0 0)', 'oklch(17% 0.01 260)'],
  surface: ['oklch(97% 0.003 260)', 'oklch(21% 0.012 260)'],
  raised: ['oklch(94.5% 0.004 260)', 'oklch(25.5% 0.014 260)'],
  border: ['oklch(90% 0.005 260)', 'oklch(31% 0.015 260)'],
  control: ['oklch(62% 0.01 260)', 'oklch(52% 0.01 260)'],
  'on-accent': ['oklch(100% 0 0)', 'oklch(17% 0.01 260)'],
  text: ['oklch(22% 0.01 260)', 'oklch(93% 0.005 260)'],
  muted: ['oklch(48% 0.01 260)', 'oklch(70% 0.01 260)'],
  accent: ['oklch(52% 0.17 255)', 'oklch(72% 0.14 255)'],
  ok: ['oklch(48% 0.13 150)', 'oklch(76% 0.15 150)'],
  err: ['oklch(52% 0.19 27)', 'oklch(72% 0.16 25)'],
  warn: ['oklch(52% 0.105 75)', 'oklch(82% 0.14 85)'],
  'term-0': ['oklch(22% 0.01 260)', 'oklch(62% 0.01 260)'],
  'term-1': ['oklch(52% 0.19 27)', 'oklch(72% 0.16 25)'],
  'term-2': ['oklch(48% 0.13 150)', 'oklch(76% 0.15 150)'],
  'term-3': ['oklch(52% 0.105 75)', 'oklch(82% 0.14 85)'],
  'term-4': ['oklch(50% 0.16 260)', 'oklch(72% 0.13 260)'],
  'term-5': ['oklch(50% 0.19 325)', 'oklch(75% 0.15 325)'],
  'term-6': ['oklch(50% 0.085 215)', 'oklch(79% 0.11 210)'],
  'term-7': ['oklch(45% 0.01 260)', 'oklch(84% 0.008 260)'],
  'term-8': ['oklch(54% 0.01 260)', 'oklch(66% 0.01 260)'],
  'term-9': ['oklch(50% 0.2 25)', 'oklch(76% 0.135 22)'],
  'term-10': ['oklch(46% 0.13 145)', 'oklch(84% 0.17 145)'],
  'term-11': ['oklch(49% 0.1 70)', 'oklch(88% 0.14 90)'],
  'term-12': ['oklch(47% 0.19 262)', 'oklch(78% 0.105 255)'],
  'term-13': ['oklch(47% 0.21 320)', 'oklch(81% 0.13 322)'],
  'term-14': ['oklch(47% 0.08 205)', 'oklch(86% 0.1 200)'],
  'term-15': ['oklch(30% 0.01 260)', 'oklch(97% 0.003 260)'],
  'code-token-keyword': ['oklch(48% 0.17 262)', 'oklch(74% 0.13 262)'],
  'code-token-string': ['oklch(46% 0.12 150)', 'oklch(79% 0.13 150)'],
  'code-token-string-expression': ['oklch(46% 0.12 150)', 'oklch(79% 0.13 150)'],
  'code-token-constant': ['oklch(50% 0.15 40)', 'oklch(79% 0.11 60)'],
  'code-token-function': ['oklch(47% 0.17 305)', 'oklch(78% 0.12 305)'],
  'code-token-parameter': ['oklch(22% 0.01 260)', 'oklch(93% 0.005 260)'],
  'code-token-punctuation': ['oklch(40% 0.01 260)', 'oklch(78% 0.008 260)'],
  'code-token-comment': ['oklch(52% 0.012 260)', 'oklch(65% 0.012 260)'],
  'code-token-link': ['oklch(52% 0.17 255)', 'oklch(72% 0.14 255)'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Token = keyof typeof palette;
export type Theme = 'light' | 'dark';

/** The palette as the declarations of a style sheet. */
export function paletteCss(): string {
  return Object.entries(palette)
    .map(([name, [light, dark]]) => `--${name}:light-dark(${light},${dark})`)
    .join(';');
}

/** What `var(--name)` is in a theme, as `#rrggbb`; other colours as they are, and none as the text's. */
export function hexOf(colour: string | undefined, theme: Theme): string {
  const name = /^var\(--([\w-]+)\)$/.exec(colour ?? 'var(--text)')?.[1];
  if (name === undefined) return colour ?? '';
  const pair = isToken(name) ? palette[name] : palette.text;
  return toHex(parseOklch(pair[theme === 'light' ? 0 : 1]));
}

function isToken(name: string): name is Token {
  return Object.hasOwn(palette, name);
}
