import { strToU8, zipSync } from 'fflate';
import { bytesOfBase64 } from '../_draft/base64.ts';
import type { DraftFile } from '../_draft/draft.ts';

/** One file as it is, several as a zip of the given name. */
export function downloadFiles(files: readonly DraftFile[], name: string): void {
  const [only, ...others] = files;
  if (only && others.length === 0) save(bytesOf(only), only.path.split('/').at(-1) ?? only.path);
  else save(zipSync(Object.fromEntries(files.map((file) => [file.path, bytesOf(file)]))), `${name}.zip`);
}

function bytesOf({ content, encoding }: DraftFile): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf8') return new Uint8Array(strToU8(content));
  return bytesOfBase64(content);
}

function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
