import { pictureOf } from '../../../_picture/code-picture.ts';
import type { NamedRoute } from '../../../api/named-snippet.ts';
import { cachedWith, openPictureDoor, svgAnswer } from '../../../api/picture-door.ts';

/** `/s/:id/image.svg?theme=dark`: the code as a picture. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return openPictureDoor(request, route, async ({ snippet }) =>
    svgAnswer(await pictureOf(snippet, request), cachedWith(snippet)),
  );
}
