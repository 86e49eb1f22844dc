import { readTypings } from '../_typings/read-typings.ts';

/** Made once, when the app is built. */
export const dynamic = 'force-static';

/** The types of what programs on Node can import, for the editor's TypeScript. */
export async function GET(): Promise<Response> {
  const typings = await readTypings(process.cwd());
  return Response.json(typings, { headers: { 'Cache-Control': 'public, max-age=3600' } });
}
