import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** The address that a request's connection comes from. Set here for every request, whatever its sender put there. */
export const peerHeader = 'x-bugdrill-peer';

/** Next hands routes no connection, and lets any sender say `X-Forwarded-For`: so each request is marked as it comes in. */
export function markPeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
  });
}
