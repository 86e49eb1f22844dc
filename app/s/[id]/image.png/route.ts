import { pictureOf } from '../../../_picture/code-picture.ts';
import { pngPainter } from '../../../_picture/png.ts';
import type { NamedRoute } from '../../../api/named-snippet.ts';
import { cachedWith, openPictureDoor, pngAnswer } from '../../../api/picture-door.ts';

/** For screens of today. */
const pixelsForOne = 2;

/** `/s/:id/image.png?theme=dark`: the code as a picture. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return openPictureDoor(request, route, async ({ snippet }) => {
    const png = await pngPainter().paint(await pictureOf(snippet, request), pixelsForOne);
    return pngAnswer(png, cachedWith(snippet));
  });
}
