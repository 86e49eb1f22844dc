/** What base64 of any form that a request may have stands for: either alphabet, in lines or in one. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const usual = text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(usual), (character) => character.charCodeAt(0));
}
