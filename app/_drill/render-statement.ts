import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** What a person wrote as HTML is text; pictures would be asked of other hosts, so there are none. */
const markdown = markdownIt({ html: false, linkify: false, maxNesting: 24 }).disable(['image']);

/** The page's own headings are above those of a statement. */
const lower: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' };

/** The second wall: whatever the first lets through, nothing else gets onto a page, and no name, class or style. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'hr', 'br'],
    ...['em', 'strong', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], pre: ['tabindex'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 64,
  transformTags: {
    ...lower,
    a: (_name, { href = '' }) => ({
      tagName: 'a',
      attribs: { href, rel: 'noopener nofollow ugc' },
    }),
    // What scrolls must be reachable from the keyboard.
    pre: () => ({ tagName: 'pre', attribs: { tabindex: '0' } }),
  },
};

/** A statement’s Markdown as HTML that is safe on a page of ours: no scripts, no pictures, no HTML of its author’s. */
export function renderStatement(statement: string): string {
  return sanitizeHtml(markdown.render(statement), allowed);
}
