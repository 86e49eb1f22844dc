import type { SnippetDraft } from '#protocol/snippet.ts';
import { bytesOfBase64 } from '../_draft/base64.ts';
import type { ShareDraft } from '../_share/link-requests.ts';

/** How the hash of a link begins that holds a program. */
export const packedStart = 'v1.';

/** A program may weigh a megabyte; its JSON writes some signs longer. What unpacks to more than this is no program. */
const mostUnpacked = 3 * 1024 * 1024;
/** No browser keeps a longer link. */
const mostPacked = 2 * 1024 * 1024;

/**
 * The program as the hash of a link: JSON, deflated, in base64 as addresses take it. Whoever has the link can read all of it, so
 * hidden tests are not in it.
 */
export async function packProgram(draft: ShareDraft): Promise<string> {
  const { forkedFrom: _, run: __, visibility: ___, expiry: ____, tests = [], ...rest } = draft;
  const program = { ...rest, tests: tests.filter(({ hidden }) => !hidden) };
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(program).filter(([name, value]) => name === 'code' || isSaid(value))),
  );
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return packedStart + base64Url(bytes);
}

export type Unpacked =
  | { readonly ok: true; readonly draft: SnippetDraft }
  | { readonly ok: false; readonly words: string };

const corrupt = 'This link is damaged: the code in it cannot be read. It may have been cut off.';
const tooLarge = 'This link holds more than a snippet may be.';

/** The program that a link's hash holds, or what is wrong with it in words. Never throws. */
export async function unpackProgram(hash: string): Promise<Unpacked> {
  if (hash.length > mostPacked) return refused(tooLarge);
  try {
    const bytes = await inflated(bytesOfBase64(hash.slice(packedStart.length)));
    if (bytes === undefined) return refused(tooLarge);
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const [{ SnippetDraft, maxSnippetBytes }, { weigh }] = await Promise.all([
      import('#protocol/snippet.ts'),
      import('#protocol/program.ts'),
    ]);
    if (weigh(read) > maxSnippetBytes) return refused(tooLarge);
    const parsed = SnippetDraft.safeParse(read);
    return parsed.success ? { ok: true, draft: parsed.data } : refused(corrupt);
  } catch {
    return refused(corrupt);
  }
}

/** Undefined for what grows beyond all programs: no more of it is unpacked than is needed to know. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > mostUnpacked) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function isSaid(value: unknown): boolean {
  if (value === '' || value === undefined) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function refused(words: string): Unpacked {
  return { ok: false, words };
}
