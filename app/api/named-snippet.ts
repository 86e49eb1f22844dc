import { notFound } from '#prisma/openable.ts';
import { peekSnippet } from '#prisma/snippets.ts';
import { parseSnippetName, type SnippetName } from '#protocol/snippet-name.ts';

/** What Next.js hands to a route whose path names a snippet. */
export interface NamedRoute {
  readonly params: Promise<{ readonly id: string }>;
}

/** The snippet, or the revision of one, that a path names. Throws `Refused` when it can name none. */
export async function nameIn({ params }: NamedRoute): Promise<SnippetName> {
  const name = parseSnippetName((await params).id);
  if (name === undefined) throw notFound();
  return name;
}

/** The snippet that a path names for a change: revisions never change. Throws `Refused` when it can name none. */
export async function claimIn(
  request: Request,
  route: NamedRoute,
): Promise<{ readonly id: string; readonly editToken: string }> {
  const { id, revision } = await nameIn(route);
  if (revision !== undefined) throw notFound();
  return { id, editToken: editTokenOf(request) };
}

/** The token that proves ownership, in either header; the empty string when there is none, which fits no snippet. */
export function editTokenOf(request: Request): string {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return request.headers.get('x-edit-token') ?? bearer ?? '';
}

/** Answers HEAD without opening the snippet, since what can be opened once would be gone. */
export async function headOf(route: NamedRoute, headers: HeadersInit): Promise<Response> {
  await peekSnippet(await nameIn(route));
  return new Response(null, { headers });
}
