import { openLasting } from '#prisma/snippets.ts';
import { problemStatus, Refused } from '#protocol/problem.ts';
import { fetchLanguages } from '../../_languages/languages.ts';
import { answer, everyAnswer } from '../../api/answer.ts';
import { type NamedRoute, nameIn } from '../../api/named-snippet.ts';
import { eventsOf } from '../../api/read-events.ts';
import { embedPage, wordsPage } from '../embed-page.ts';
import { embedOptions } from '../options.ts';

const html = { ...everyAnswer, 'Content-Type': 'text/html; charset=utf-8' };

/** A snippet for the page of somebody else. Nothing that can be opened once is opened here. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => sayEmbed(request, route));
}

async function sayEmbed(request: Request, route: NamedRoute): Promise<Response> {
  const options = embedOptions(new URL(request.url).searchParams);
  try {
    const { snippet, events } = await openLasting(await nameIn(route));
    const [languages, read] = await Promise.all([fetchLanguages(), events && eventsOf(events)]);
    const nonce = nonceIn(request);
    return new Response(await embedPage({ snippet, events: read, languages, options, nonce }), {
      headers: html,
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message } = error.problem;
    const link = code === 'not_yours' ? `/s/${(await route.params).id}` : '/';
    return new Response(wordsPage(message, options, link), { status: problemStatus[code], headers: html });
  }
}

/** The proxy wrote it into the policy of this very answer. */
function nonceIn(request: Request): string {
  return /'nonce-([\w-]+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}
