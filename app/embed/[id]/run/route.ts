import { openLasting } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { answerAnybody } from '../../../api/answer.ts';
import { inWords } from '../../../api/door.ts';
import { type NamedRoute, nameIn } from '../../../api/named-snippet.ts';
import { isValidPass } from '../../pass.ts';
import { streamRun } from '../../stream-run.ts';

const mostPassCharacters = 100;

/**
 * Runs the revision of an embed and tells what comes, a line each. A frame in a sandbox has no origin, so the answer
 * may be read by any; who asks must show the pass that came with the embed.
 */
export async function POST(request: Request, route: NamedRoute): Promise<Response> {
  const answer = await answerAnybody(() => inWords(() => run(request, route)));
  answer.headers.set('Access-Control-Allow-Origin', '*');
  return answer;
}

async function run(request: Request, route: NamedRoute): Promise<Response> {
  const name = await nameIn(route);
  const length = Number(request.headers.get('content-length') ?? 0);
  const pass = length > mostPassCharacters ? '' : await request.text();
  if (!isValidPass(pass, `${name.id}@${name.revision}`))
    throw new Refused({ code: 'origin_refused', message: 'Reload this page to run it.' });
  const { snippet } = await openLasting(name);
  return await streamRun(snippet, request);
}
