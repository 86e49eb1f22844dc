import { inertHeaders, openDoor } from '../../../api/door.ts';
import type { NamedRoute } from '../../../api/named-snippet.ts';

/** `/s/:id.json`: what `GET /api/v1/snippets/:id` answers. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return openDoor(request, route, (snippet) => Response.json(snippet, { headers: inertHeaders }));
}
