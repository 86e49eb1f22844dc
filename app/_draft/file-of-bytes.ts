import type { DraftFile } from './draft.ts';

/** A file of these bytes: text where they are text, else the bytes as they are. */
export function fileOfBytes(path: string, bytes: Uint8Array): DraftFile {
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path, content, encoding: 'utf8' };
  } catch {
    return { path, content: base64Of(bytes), encoding: 'base64' };
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
