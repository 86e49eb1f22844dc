import { encodeQR } from 'qr';
import { peekSnippet } from '#prisma/snippets.ts';
import { answer } from '../../../api/answer.ts';
import { inWords } from '../../../api/door.ts';
import { type NamedRoute, nameIn } from '../../../api/named-snippet.ts';
import { originOf } from '../../../api/own-address.ts';
import { svgAnswer } from '../../../api/picture-door.ts';

/** Black on white in every theme, as cameras want it. */
const attributes = '<svg width="264" height="264" style="background:#fff"';

/** The link itself, for a phone's camera. It tells nothing of what is behind it, and opens nothing. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () =>
    inWords(async () => {
      const name = await nameIn(route);
      await peekSnippet(name);
      const path = name.revision === undefined ? name.id : `${name.id}@${name.revision}`;
      const svg = encodeQR(`${originOf(request.headers)}/s/${path}`, 'svg', { border: 2 });
      return svgAnswer(svg.replace('<svg', attributes), 'no-store');
    }),
  );
}
