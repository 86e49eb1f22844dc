import localFont from 'next/font/local';

// The files come from the `geist` package; its own entry points do not type-check under `nodenext`.
const sans = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
});

const mono = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'DejaVu Sans Mono', 'monospace'],
});

/** The class that gives `--font-geist-sans` and `--font-geist-mono` their values. */
export const fontVariables = `${sans.variable} ${mono.variable}`;
