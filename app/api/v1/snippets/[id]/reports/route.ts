import { SnippetReport } from '#protocol/snippet.ts';
import { answer, emptyAnswer } from '../../../../answer.ts';
import { readJson } from '../../../../body.ts';
import { type NamedRoute, nameIn } from '../../../../named-snippet.ts';
import { reportSnippet } from '../../../../report.ts';

/** Tells the operator of this server that a snippet should not be here. */
export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, async () => {
    const name = await nameIn(route);
    const { reason } = SnippetReport.parse(await readJson(request));
    await reportSnippet(request, name, reason);
    return emptyAnswer(204);
  });
}
