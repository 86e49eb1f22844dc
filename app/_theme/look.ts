/** How a person wants the pages to look. `system` follows the device. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  /** How close together things stand; fingers always get room. */
  readonly density: 'normal' | 'compact';
}

/** The themes in words. */
export const themeWords = { system: 'As the system has it', light: 'Light', dark: 'Dark' } as const;

/** The cookie by which the server draws the pages so from the first paint on; it says nothing else. */
export const lookCookie = 'look';

const yearSeconds = 365 * 24 * 60 * 60;

/** `dark.more.compact`; whatever else a cookie says is as the system has it. */
export function parseLook(text: string | undefined): Look {
  const [theme, contrast, density] = (text ?? '').split('.');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    contrast: contrast === 'more' ? 'more' : 'system',
    density: density === 'compact' ? 'compact' : 'normal',
  };
}

/** What of it the page's root element says to the style sheets. */
export function lookAttributes({ theme, contrast, density }: Look) {
  return {
    'data-theme': theme === 'system' ? undefined : theme,
    'data-contrast': contrast === 'system' ? undefined : contrast,
    'data-density': density === 'normal' ? undefined : density,
  };
}

/** How this page looks now. */
export function lookNow(): Look {
  return parseLook(lookWords());
}

/** How this page looks, as the cookie would say it. */
export function lookWords(): string {
  const { theme, contrast, density } = document.documentElement.dataset;
  return [theme, contrast, density].map((part) => part ?? '').join('.');
}

/** Calls back when it looks different from before. */
export function watchLook(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  const attributeFilter = ['data-theme', 'data-contrast', 'data-density'];
  observer.observe(document.documentElement, { attributes: true, attributeFilter });
  return () => observer.disconnect();
}

/** Changes the look of this page at once, and of all pages from now on. */
export function changeLook(change: Partial<Look>): void {
  const look = { ...lookNow(), ...change };
  for (const [name, value] of Object.entries(lookAttributes(look))) {
    if (value === undefined) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
  document.cookie = `${lookCookie}=${look.theme}.${look.contrast}.${look.density}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
