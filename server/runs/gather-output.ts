import type { OutputStream } from '#protocol/run-event.ts';
import type { RunRequest } from '#protocol/run-request.ts';

export type Encoding = RunRequest['outputEncoding'];

/** What was printed, in the pieces in which it was told. */
export type Printed = Record<OutputStream, string[]>;

export const nothingPrinted = (): Printed => ({ stdout: [], stderr: [] });

/** Pieces of base64 each have an end of their own: only their bytes can be put together. */
export function joined({ stdout, stderr }: Printed, encoding: Encoding): Record<OutputStream, string> {
  const join = (pieces: readonly string[]) =>
    encoding === 'utf8' ? pieces.join('') : bytesOf(pieces).toString('base64');
  return { stdout: join(stdout), stderr: join(stderr) };
}

/** The same, cut after so many characters, or bytes in base64. No character is cut in two. */
export function beginning(
  { stdout, stderr }: Printed,
  encoding: Encoding,
  length: number,
): Record<OutputStream, string> {
  const cut = (pieces: readonly string[]) =>
    encoding === 'utf8'
      ? pieces
          .join('')
          .slice(0, length)
          .replace(/[\uD800-\uDBFF]$/, '')
      : bytesOf(pieces).toString('base64', 0, length);
  return { stdout: cut(stdout), stderr: cut(stderr) };
}

function bytesOf(pieces: readonly string[]): Buffer {
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}
