import { listRevisions } from '#prisma/snippets.ts';
import { answer, jsonAnswer } from '../../../../answer.ts';
import { claimIn, type NamedRoute } from '../../../../named-snippet.ts';

export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, async () => {
    const { id, editToken } = await claimIn(request, route);
    return jsonAnswer(await listRevisions(id, editToken));
  });
}
