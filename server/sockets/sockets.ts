import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import type { OriginRule } from '../origin.ts';
import type { Runner } from '../runs/runner.ts';
import { Session } from './session.ts';

/** A request's largest form: 1 MiB of source that JSON escapes, and its stdin. */
const maxMessageBytes = 8 * 1024 * 1024;

export interface SocketParts {
  readonly runner: Runner;
  readonly origins: OriginRule;
  readonly failed: (error: unknown) => void;
}

/** Opens door two on the same port as door one. */
export function openSockets(http: HttpServer, parts: SocketParts): Server<ClientToServer, ServerToClient> {
  const sockets = new Server<ClientToServer, ServerToClient>(http, {
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    cors: { origin: true },
    allowRequest: (request, decide) => {
      decide(null, parts.origins.allows(request.headers.origin, request.headers.host));
    },
  });
  sockets.on('connection', (socket) => new Session(socket, parts.runner, parts.failed).listen());
  return sockets;
}
