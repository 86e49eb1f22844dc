import { Refused } from '#protocol/problem.ts';

/** A snippet of 1 MB can be three times as long in JSON that escapes everything but ASCII. */
const maxBodyBytes = 4 * 1024 * 1024;

/**
 * The body as JSON; an empty one is undefined. Halves of characters (lone surrogates) become U+FFFD, as they would on
 * their way into any file.
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = decode(await readBytes(request));
  if (text === '') return undefined;
  if (!isJson(request.headers.get('content-type'))) {
    throw new Refused({ code: 'unsupported_media_type', message: 'Send the body as application/json.' });
  }
  try {
    return JSON.parse(text, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value));
  } catch {
    throw new Refused({ code: 'invalid_json', message: 'The body is not valid JSON.' });
  }
}

/** Reads no further than is allowed, whatever `Content-Length` says. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) {
      throw new Refused({ code: 'too_large', message: `The body is larger than ${maxBodyBytes} bytes.` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused({ code: 'invalid_json', message: 'The body is not UTF-8.' });
  }
}

function isJson(contentType: string | null): boolean {
  const [type = ''] = (contentType ?? '').split(';');
  return type.trim().toLowerCase() === 'application/json';
}
