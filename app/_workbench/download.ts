import { strToU8, zipSync } from 'fflate';
import { bytesOfBase64 } from '../_draft/base64.ts';
import type { DraftFile } from '../_draft/draft.ts';
import { saveFile } from '../_theme/save-file.ts';

/** One file as it is, several as a zip of the given name. */
export function downloadFiles(files: readonly DraftFile[], name: string): void {
  const [only, ...others] = files;
  if (only && others.length === 0) saveFile(bytesOf(only), only.path.split('/').at(-1) ?? only.path);
  else saveFile(zipSync(Object.fromEntries(files.map((file) => [file.path, bytesOf(file)]))), `${name}.zip`);
}

function bytesOf({ content, encoding }: DraftFile): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf8') return new Uint8Array(strToU8(content));
  return bytesOfBase64(content);
}
