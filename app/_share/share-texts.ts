import { escaped } from '../embed/escape.ts';

/** How a snippet is embedded, as `/embed/:id` takes it. */
export interface EmbedOptions {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly lines: boolean;
  readonly tabs: boolean;
  readonly height: number;
}

export const leastHeight = 120;
export const mostHeight = 2000;

export function embedUrl(origin: string, id: string, { theme, lines, tabs }: EmbedOptions): string {
  const flags = { theme, lines: lines ? 'on' : 'off', tabs: tabs ? 'on' : 'off' };
  return `${origin}/embed/${id}?${new URLSearchParams(flags)}`;
}

/** What a page holds to show the snippet; where frames are taken out of it, the link stays. */
export function embedHtml(
  origin: string,
  shown: { id: string; title: string },
  options: EmbedOptions,
): string {
  const title = escaped(shown.title || 'A snippet');
  const src = escaped(embedUrl(origin, shown.id, options));
  const frame = `<iframe src="${src}" title="${title}" width="100%" height="${options.height}" style="border:0" loading="lazy">`;
  return `${frame}<a href="${escaped(`${origin}/s/${shown.id}`)}">${title}</a></iframe>`;
}

/** A link in Markdown, whatever signs its title holds. */
export function markdownLink(title: string, url: string): string {
  return `[${(title || 'A snippet').replaceAll(/[\\[\]<>*_`!&|~]/g, '\\$&')}](${url})`;
}

/** A badge in Markdown that leads to the snippet. */
export function markdownBadge(origin: string, id: string): string {
  return `[![Run on Bugdrill](${origin}/badge.svg)](${origin}/s/${id})`;
}
