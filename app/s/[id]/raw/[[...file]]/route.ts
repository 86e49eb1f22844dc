import type { Snippet } from '#protocol/snippet.ts';
import { inertHeaders, openDoor, plainText } from '../../../../api/door.ts';
import { codeName } from '../../../../api/snippet-files.ts';

interface RawRoute {
  readonly params: Promise<{ readonly id: string; readonly file?: readonly string[] }>;
}

/** The code, or one of the files beside it, as plain text. */
export async function GET(request: Request, route: RawRoute): Promise<Response> {
  const { file } = await route.params;
  return await openDoor(request, route, (snippet) => sayFile(snippet, file?.join('/')));
}

async function sayFile(snippet: Snippet, path: string | undefined): Promise<Response> {
  if (path === undefined) return text(snippet.code);
  const names = [path, decoded(path)];
  const file = snippet.files.find((other) => names.includes(other.path));
  if (file?.encoding === 'base64') return bytes(Buffer.from(file.content, 'base64'));
  if (file !== undefined) return text(file.content);
  if (names.includes(await codeName(snippet))) return text(snippet.code);
  return new Response('This snippet has no such file.\n', { status: 404, headers: plainText });
}

function text(content: string): Response {
  return new Response(content, { headers: plainText });
}

function bytes(content: Buffer): Response {
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment' };
  return new Response(new Uint8Array(content), { headers: { ...inertHeaders, ...headers } });
}

/** The router hands on what the browser wrote. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
