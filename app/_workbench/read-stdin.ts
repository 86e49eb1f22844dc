import { formatBytes } from '#protocol/outcome-words.ts';
import { maxStdinBytes } from '#protocol/program.ts';

export type ReadStdin =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly words: string };

/** A file as a program's standard input, or why it cannot be. */
export async function readStdin(file: File): Promise<ReadStdin> {
  if (file.size > maxStdinBytes) {
    const [size, most] = [formatBytes(file.size), formatBytes(maxStdinBytes)];
    return { ok: false, words: `${file.name} is too large: ${size} of ${most}.` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    return { ok: true, text };
  } catch {
    return { ok: false, words: `${file.name} is not text.` };
  }
}
