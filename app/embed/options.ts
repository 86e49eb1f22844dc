/** What an embed's address says of how it looks. */
export interface EmbedOptions {
  readonly theme: 'auto' | 'light' | 'dark';
  /** Whether lines are numbered. */
  readonly lines: boolean;
  /** Whether all files are there, as tabs; else the first alone. */
  readonly tabs: boolean;
}

/** `?theme=dark&lines=off&tabs=off`; whatever else is said is as it usually is. */
export function embedOptions(query: URLSearchParams): EmbedOptions {
  const theme = query.get('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lines: query.get('lines') !== 'off',
    tabs: query.get('tabs') !== 'off',
  };
}
