import { zipSync } from 'fflate';
import type { Snippet } from '#protocol/snippet.ts';
import { inertHeaders, openDoor } from '../../../api/door.ts';
import type { NamedRoute } from '../../../api/named-snippet.ts';
import { archiveOf } from '../../../api/snippet-files.ts';

/** `/s/:id.zip`: the program's files. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return openDoor(request, route, sayArchive);
}

async function sayArchive(snippet: Snippet): Promise<Response> {
  const archive = zipSync(await archiveOf(snippet), { mtime: snippet.updatedAt });
  const headers = {
    ...inertHeaders,
    'Content-Type': 'application/zip',
    // An id is letters and digits: nothing that a person wrote gets into a header.
    'Content-Disposition': `attachment; filename="bugdrill-${snippet.id}.zip"`,
  };
  return new Response(new Uint8Array(archive), { headers });
}
