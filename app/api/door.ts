import { openSnippet, peekSnippet } from '#prisma/snippets.ts';
import { problemStatus, Refused } from '#protocol/problem.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { answer } from './answer.ts';
import { editTokenOf, type NamedRoute, nameIn } from './named-snippet.ts';

/** Whatever is sent, a browser shows it as text, or keeps it, and does nothing else with it. */
export const inertHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

export const plainText = { ...inertHeaders, 'Content-Type': 'text/plain; charset=utf-8' };

/** Answers with something of a snippet as it is read by everybody, and with words where there is none. */
export function openDoor(
  request: Request,
  route: NamedRoute,
  show: (snippet: Snippet) => Response | Promise<Response>,
): Promise<Response> {
  return answer(request, () =>
    inWords(async () => {
      const name = await nameIn(route);
      if (request.method !== 'HEAD')
        return await show((await openSnippet(name, editTokenOf(request))).snippet);
      await peekSnippet(name);
      return new Response(null, { headers: inertHeaders });
    }),
  );
}

/** Says what was refused in words: who follows such a link reads no JSON. */
export async function inWords(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return wordsOf(error);
  }
}

/** What was refused, for people to read. */
export function wordsOf({ problem: { code, message, retryAfter } }: Refused): Response {
  const headers = retryAfter === undefined ? plainText : { ...plainText, 'Retry-After': String(retryAfter) };
  return new Response(`${message}\n`, { status: problemStatus[code], headers });
}
