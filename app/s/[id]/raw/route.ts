import { readSnippet } from '#prisma/snippets.ts';
import { SnippetId } from '#protocol/snippet.ts';
import { answer } from '../../../api/answer.ts';
import type { NamedRoute } from '../../../api/named-snippet.ts';

/** Whatever the code is, a browser shows it as text and does nothing with it. */
const headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => sayCode(route));
}

async function sayCode({ params }: NamedRoute): Promise<Response> {
  const { id } = await params;
  const snippet = SnippetId.safeParse(id).success ? await readSnippet(id) : undefined;
  if (snippet === undefined) {
    return new Response('This link does not exist or was deleted.\n', { status: 404, headers });
  }
  return new Response(snippet.code, { headers });
}
