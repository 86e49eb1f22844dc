import { z } from 'zod';
import { Refused } from '#protocol/problem.ts';
import { SnippetReport } from '#protocol/snippet.ts';
import { answer } from '../../../../api/answer.ts';
import { plainText, wordsOf } from '../../../../api/door.ts';
import { type NamedRoute, nameIn } from '../../../../api/named-snippet.ts';
import { reportSnippet } from '../../../../api/report.ts';

const maxFormBytes = 16 * 1024;

/** What the report page sends; a person reads the answer. */
export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, async () => {
    try {
      return await send(request, route);
    } catch (error) {
      return inWords(error);
    }
  });
}

async function send(request: Request, route: NamedRoute): Promise<Response> {
  const name = await nameIn(route);
  const { reason } = SnippetReport.parse({ reason: await readReason(request) });
  await reportSnippet(request, name, reason);
  // The address is ours whole: an id is letters and digits.
  return new Response(null, { status: 303, headers: { Location: `/s/${name.id}/report?sent=1` } });
}

/** Forms say how long they are; what does not is none of ours. */
async function readReason(request: Request): Promise<string> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  const isForm =
    request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isForm || !(length <= maxFormBytes))
    throw new Refused({ code: 'invalid_request', message: 'This is not what the report page sends.' });
  return new URLSearchParams(await request.text()).get('reason') ?? '';
}

function inWords(error: unknown): Response {
  if (error instanceof z.ZodError)
    return new Response('Say in 1 to 1000 characters what is wrong.\n', { status: 400, headers: plainText });
  if (error instanceof Refused) return wordsOf(error);
  throw error;
}
