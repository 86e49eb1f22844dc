import { readSnippet, readSnippetToRun, type WholeSnippet } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { type Snippet, SnippetId } from '#protocol/snippet.ts';

/** What Next.js hands to a route whose path names a snippet. */
export interface NamedRoute {
  readonly params: Promise<{ readonly id: string }>;
}

/** The snippet that a path names, as the request's sender may see it. Throws `Refused` when there is none. */
export async function namedSnippet(request: Request, route: NamedRoute): Promise<Snippet> {
  return await named(route, (id) => readSnippet(id, editTokenOf(request)));
}

/** The snippet that a path names, with what is hidden of it. Throws `Refused` when there is none. */
export async function namedSnippetToRun(route: NamedRoute): Promise<WholeSnippet> {
  return await named(route, readSnippetToRun);
}

async function named<Found>(
  { params }: NamedRoute,
  read: (id: string) => Promise<Found | undefined>,
): Promise<Found> {
  const { id } = await params;
  const snippet = SnippetId.safeParse(id).success ? await read(id) : undefined;
  if (snippet === undefined) {
    throw new Refused({ code: 'not_found', message: 'This link does not exist or was deleted.' });
  }
  return snippet;
}

/** The token that proves ownership, in either header; the empty string when there is none, which fits no snippet. */
export function editTokenOf(request: Request): string {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return request.headers.get('x-edit-token') ?? bearer ?? '';
}
