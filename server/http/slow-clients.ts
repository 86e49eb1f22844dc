import { type ServerOptions, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '#protocol/problem.ts';

export interface ClientPatience {
  /** How long a request's headers, and all of it, may take to arrive. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly checkEveryMs: number;
}

export const defaultPatience: ClientPatience = { headersMs: 10_000, requestMs: 30_000, checkEveryMs: 1_000 };

/** Longer than the 60 s after which common proxies drop a connection: the one who drops it should be the proxy. */
export const keepAliveMs = 72_000;

export const maxHeaders = 100;

/** Node's own defenses against clients that are slow, or send headers without end. */
export function patienceOptions({ headersMs, requestMs, checkEveryMs }: ClientPatience): ServerOptions {
  return {
    maxHeaderSize: 16 * 1024,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
  };
}

/** What never became a request is answered in the same words as everything else, and its connection is closed. */
export function answerConnectionError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (socket.destroyed) return;
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, problem } = answerOf(error.code);
  const body = JSON.stringify({ success: false, error: problem });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  // A client that goes on sending would otherwise keep the half-closed connection.
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function answerOf(code: string | undefined): { status: number; problem: Problem } {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return {
      status: 408,
      problem: { code: 'invalid_request', message: 'The request took too long to come.' },
    };
  if (code === 'HPE_HEADER_OVERFLOW')
    return { status: 431, problem: { code: 'too_large', message: 'The headers are too large.' } };
  return { status: 400, problem: { code: 'invalid_request', message: 'This is not HTTP.' } };
}
