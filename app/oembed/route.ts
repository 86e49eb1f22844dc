import { openLasting } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { parseSnippetName, type SnippetName } from '#protocol/snippet-name.ts';
import { cardSize } from '../_picture/card.ts';
import { answer, jsonAnswer } from '../api/answer.ts';
import { isOwnAddress, originOf } from '../api/own-address.ts';
import { cachedWith } from '../api/picture-door.ts';
import { escaped } from '../embed/escape.ts';

const usual = { width: 720, height: 420 };
const least = { width: 200, height: 120 };

/** `/oembed?url=…`: how a page that was given a link of ours shows what is behind it. */
export function GET(request: Request): Promise<Response> {
  return answer(request, () => sayOembed(request));
}

async function sayOembed(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const format = query.get('format') ?? 'json';
  if (format !== 'json') return new Response('Only JSON is spoken here.\n', { status: 501 });
  const name = nameAt(query.get('url') ?? '', request);
  const { snippet } = await openLasting(name);
  const origin = originOf(request.headers);
  const path = name.revision === undefined ? name.id : `${name.id}@${name.revision}`;
  const width = within(query.get('maxwidth'), usual.width, least.width);
  const height = within(query.get('maxheight'), usual.height, least.height);
  const title = snippet.title || 'Untitled snippet';
  const src = `${origin}/embed/${path}`;
  return jsonAnswer(
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'Bugdrill',
      provider_url: origin,
      title,
      width,
      height,
      html: frame({ src, title, width, height }),
      thumbnail_url: `${origin}/s/${path}/card.png`,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
    },
    200,
    { 'Cache-Control': cachedWith(snippet) },
  );
}

function nameAt(text: string, request: Request): SnippetName {
  const refused = (message: string) => new Refused({ code: 'invalid_request', message, field: 'url' });
  if (!URL.canParse(text)) throw refused('url must be the whole address of a snippet.');
  const url = new URL(text);
  if (!isOwnAddress(url, request.headers)) throw refused('url must be an address of this server.');
  const name = parseSnippetName(/^\/(?:s|embed)\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? '');
  if (name === undefined) throw refused('url must be the address of a snippet.');
  return name;
}

function within(most: string | null, wanted: number, smallest: number): number {
  const figure = /^\d{1,6}$/.test(most ?? '') ? Number(most) : wanted;
  return Math.max(smallest, Math.min(figure, wanted));
}

interface Frame {
  readonly src: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** In a sandbox: it needs neither an origin nor what is kept under one, only its script and links that open. */
function frame({ src, title, width, height }: Frame): string {
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}
