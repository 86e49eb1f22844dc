import type { Opened } from '#prisma/snippet-view.ts';
import { openLasting } from '#prisma/snippets.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { answer } from './answer.ts';
import { inertHeaders, inWords } from './door.ts';
import { type NamedRoute, nameIn } from './named-snippet.ts';

const keptForSeconds = 300;

/** Answers with a picture of a snippet, and with words where there is none. Nothing is opened that can be opened once. */
export function openPictureDoor(
  request: Request,
  route: NamedRoute,
  draw: (opened: Opened) => Promise<Response>,
): Promise<Response> {
  return answer(request, () => inWords(async () => await draw(await openLasting(await nameIn(route)))));
}

/** The proxy says what an SVG may do: nothing. */
export function svgAnswer(svg: string, cacheControl: string): Response {
  const headers = { ...pictureHeaders(cacheControl), 'Content-Type': 'image/svg+xml; charset=utf-8' };
  return new Response(svg, { headers });
}

export function pngAnswer(png: Uint8Array<ArrayBuffer>, cacheControl: string): Response {
  return new Response(png, { headers: { ...pictureHeaders(cacheControl), 'Content-Type': 'image/png' } });
}

/** For minutes, as an owner may rename or delete it, and never past its end. */
export function cachedWith({ expiresAt }: Pick<Snippet, 'expiresAt'>, now = Date.now()): string {
  const left = expiresAt === null ? keptForSeconds : Math.floor((Date.parse(expiresAt) - now) / 1000);
  return left <= 0 ? 'no-store' : `public, max-age=${Math.min(keptForSeconds, left)}`;
}

/** Any page may show it. */
export function pictureHeaders(cacheControl: string) {
  return { ...inertHeaders, 'Cache-Control': cacheControl, 'Cross-Origin-Resource-Policy': 'cross-origin' };
}
