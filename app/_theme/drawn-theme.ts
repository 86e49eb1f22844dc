/** Has the browser work a token out, in whatever notation the style sheet arrived, down to the pixel's `#rrggbb`. */
export class ColourProbe {
  private readonly element = document.body.appendChild(document.createElement('span'));
  private readonly canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  constructor() {
    // Where motion is reduced every change is a very short transition: its first moment is still the old colour.
    this.element.style.setProperty('transition', 'none', 'important');
    // Where the system forces its colours every token would be the one of text: the code black on black.
    this.element.style.setProperty('forced-color-adjust', 'none');
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
