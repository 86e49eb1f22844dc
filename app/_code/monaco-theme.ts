/** A theme as Monaco takes it: plain hex colours. */
export interface EditorTheme {
  readonly base: 'vs' | 'vs-dark';
  readonly inherit: boolean;
  readonly rules: { token: string; foreground: string }[];
  readonly colors: Record<string, string>;
}

/** Monaco's names for the parts of code, and the token of ours that each takes its colour from. */
const rules: Readonly<Record<string, string>> = {
  '': 'text',
  keyword: 'code-token-keyword',
  string: 'code-token-string',
  'string.escape': 'code-token-string',
  comment: 'code-token-comment',
  number: 'code-token-constant',
  constant: 'code-token-constant',
  regexp: 'code-token-string',
  type: 'code-token-function',
  tag: 'code-token-keyword',
  annotation: 'code-token-function',
  delimiter: 'code-token-punctuation',
  operator: 'code-token-punctuation',
};

const colors: Readonly<Record<string, string>> = {
  'editor.background': 'bg',
  'editor.foreground': 'text',
  'editorCursor.foreground': 'accent',
  'editor.selectionBackground': 'selection',
  'editor.inactiveSelectionBackground': 'raised',
  'editor.lineHighlightBackground': 'line-highlight',
  'editor.lineHighlightBorder': 'line-highlight',
  'editorLineNumber.foreground': 'muted',
  'editorLineNumber.activeForeground': 'text',
  'editorIndentGuide.background1': 'border',
  'editorWidget.background': 'surface',
  'editorWidget.border': 'control',
  'editorSuggestWidget.selectedBackground': 'raised',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [
      `editorBracketHighlight.foreground${depth}`,
      'code-token-punctuation',
    ]),
  ),
  'input.background': 'bg',
  'input.border': 'control',
  focusBorder: 'accent',
};

/** The page's tokens as they are now, light or dark. */
export function readTheme(): EditorTheme {
  const probe = new ColourProbe();
  const theme: EditorTheme = {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules).map(([token, name]) => ({ token, foreground: probe.hexOf(name).slice(1) })),
    colors: Object.fromEntries(Object.entries(colors).map(([key, name]) => [key, probe.hexOf(name)])),
  };
  probe.remove();
  return theme;
}

/** Has the browser work a token out, in whatever notation the style sheet arrived, down to the pixel's `#rrggbb`. */
class ColourProbe {
  private readonly element = document.body.appendChild(document.createElement('span'));
  private readonly canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  constructor() {
    // Where motion is reduced every change is a very short transition: its first moment is still the old colour.
    this.element.style.setProperty('transition', 'none', 'important');
  }

  hexOf(token: string): string {
    if (!this.canvas) return '#808080';
    this.element.style.color = `var(--${token})`;
    this.canvas.fillStyle = getComputedStyle(this.element).color;
    this.canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = this.canvas.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }

  remove(): void {
    this.element.remove();
  }
}

/** Calls back whenever the page turns light or dark, or changes its contrast, by the system or by its attributes. */
export function watchTheme(onChange: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const observer = new MutationObserver(onChange);
  system.addEventListener('change', onChange);
  contrast.addEventListener('change', onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast'],
  });
  return () => {
    system.removeEventListener('change', onChange);
    contrast.removeEventListener('change', onChange);
    observer.disconnect();
  };
}

/** True while the page is dark. */
export function isDark(): boolean {
  const chosen = document.documentElement.getAttribute('data-theme');
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}
