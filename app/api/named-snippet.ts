import { readSnippet } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { type Snippet, SnippetId } from '#protocol/snippet.ts';

/** What Next.js hands to a route whose path names a snippet. */
export interface NamedRoute {
  readonly params: Promise<{ readonly id: string }>;
}

/** The snippet that a path names. Throws `Refused` when there is none, or when it could not be an id at all. */
export async function namedSnippet({ params }: NamedRoute): Promise<Snippet> {
  const { id } = await params;
  const snippet = SnippetId.safeParse(id).success ? await readSnippet(id) : undefined;
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
