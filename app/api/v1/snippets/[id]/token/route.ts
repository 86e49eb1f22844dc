import { rotateToken } from '#prisma/owned-snippets.ts';
import { answer, jsonAnswer } from '../../../../answer.ts';
import { claimIn, type NamedRoute } from '../../../../named-snippet.ts';

/** A new edit token for the snippet; the old one opens nothing any more. */
export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, async () =>
    jsonAnswer({ editToken: await rotateToken(await claimIn(request, route)) }),
  );
}
