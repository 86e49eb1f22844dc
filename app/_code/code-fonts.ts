interface CodeFont {
  /** What its stylesheet calls it. */
  readonly family: string;
  readonly load: () => Promise<unknown>;
}

/** The fonts that come with the page beside its own; only the chosen one is loaded, and of it the letters that are needed. */
const fonts: ReadonlyMap<string, CodeFont> = new Map([
  [
    'Cascadia Code',
    { family: 'Cascadia Code Variable', load: () => import('@fontsource-variable/cascadia-code') },
  ],
  ['Commit Mono', { family: 'Commit Mono', load: () => import('@fontsource/commit-mono') }],
  ['Fira Code', { family: 'Fira Code Variable', load: () => import('@fontsource-variable/fira-code') }],
  ['IBM Plex Mono', { family: 'IBM Plex Mono', load: () => import('@fontsource/ibm-plex-mono') }],
  [
    'JetBrains Mono',
    { family: 'JetBrains Mono Variable', load: () => import('@fontsource-variable/jetbrains-mono') },
  ],
  ['Monaspace Neon', { family: 'Monaspace Neon', load: () => import('@fontsource/monaspace-neon') }],
]);

export const codeFontNames: readonly string[] = [...fonts.keys()];

/** The family to write code with, ready to be measured: a font of ours, or one that the device has under that name. */
export async function loadCodeFont(name: string): Promise<string> {
  const font = fonts.get(name);
  if (!font) return name;
  await font.load();
  await document.fonts.load(`13px "${font.family}"`);
  return font.family;
}
