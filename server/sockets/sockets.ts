import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, type ExtendedError, Server } from 'socket.io';
import { type Problem, Refused } from '#protocol/problem.ts';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import type { Doorkeeper } from '../clients/doorkeeper.ts';
import type { OriginRule } from '../origin.ts';
import type { LiveRuns } from '../runs/live-runs.ts';
import { Places } from './places.ts';
import { type ClientSocket, Session, type SocketData } from './session.ts';

/** A request's largest form: 1 MiB of source that JSON escapes, its stdin, and 4 MiB of tests. */
const maxMessageBytes = 16 * 1024 * 1024;
const defaultConnectMs = 10_000;

/** What was said last is sent meanwhile. */
const lastWordsMs = 500;

type EngineConnection = ClientSocket['conn'];

export interface SocketParts {
  readonly runs: LiveRuns;
  readonly origins: OriginRule;
  readonly doorkeeper: Doorkeeper;
  readonly maxSocketsPerClient: number;
  /** Who connects and then says nothing, or nothing that lets it in, is sent away after this. */
  readonly connectMs?: number | undefined;
  readonly failed: (error: unknown) => void;
}

export type SocketServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Opens door two on the same port as door one. */
export function openSockets(http: HttpServer, parts: SocketParts): SocketServer {
  const sockets: SocketServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    // A connection that broke without a word is noticed within 20 s; its runs are kept for it from then on.
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: parts.connectMs ?? defaultConnectMs,
    cors: { origin: true },
    allowRequest: (request, decide) => {
      decide(null, parts.origins.allows(request.headers.origin, request.headers.host));
    },
  });
  sockets.engine.on('headers', (headers: Record<string, string>) => {
    headers['X-Content-Type-Options'] = 'nosniff';
  });
  sockets.engine.on('connection', endForGood);
  const places = new Places(parts.maxSocketsPerClient);
  sockets.use((socket, next) => next(refusal(() => welcome(socket, parts.doorkeeper, places))));
  sockets.on('connection', (socket) => new Session(socket, parts.runs, parts.failed).listen());
  return sockets;
}

/** A connection that we closed ends soon, whatever its other end does about it: one that says nothing would stay for half a minute. */
function endForGood(connection: EngineConnection): void {
  // Long polling may share its connection with others, as those of a proxy.
  if (connection.transport.name !== 'websocket') return;
  const { socket } = connection.request;
  connection.once('close', () => setTimeout(() => socket.destroy(), lastWordsMs).unref());
}

/** Ends the connections of those who would no longer be let in as who they are; for when the keys changed. */
export function expelStrangers(sockets: SocketServer, doorkeeper: Doorkeeper): void {
  for (const socket of sockets.of('/').sockets.values())
    if (!isStillWelcome(socket, doorkeeper)) socket.disconnect(true);
}

function isStillWelcome(socket: ClientSocket, doorkeeper: Doorkeeper): boolean {
  try {
    return clientOf(socket, doorkeeper) === socket.data.client;
  } catch {
    return false;
  }
}

/** Throws `Refused` when it may not come in, or there is no room for it. */
function welcome(socket: ClientSocket, doorkeeper: Doorkeeper, places: Places): void {
  const client = clientOf(socket, doorkeeper);
  places.take(client, socket.conn);
  socket.data.client = client;
}

function clientOf({ handshake }: ClientSocket, doorkeeper: Doorkeeper): string {
  const given: unknown = handshake.auth['token'];
  const token = typeof given === 'string' ? given : undefined;
  return doorkeeper.admit({ peer: handshake.address, headers: handshake.headers, token }, 'key or ticket');
}

/** What the client hears as its `connect_error`: the problem is in `data`. */
function refusal(welcoming: () => void): ExtendedError | undefined {
  try {
    welcoming();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const data: Problem = error.problem;
    return Object.assign(new Error(error.message), { data });
  }
}
