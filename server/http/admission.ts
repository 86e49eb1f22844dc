import type { FastifyRequest } from 'fastify';
import { bearerToken, type Doorkeeper } from '../clients/doorkeeper.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, by the doorkeeper's word; empty where nobody is asked. */
    client: string;
  }
}

/** What a load balancer asks must be answered to anybody. */
const openToAll = '/health';
/** What the pages ask here themselves, with the ticket that the web server gave them. */
const openToTickets = '/languages';

/** Lets the request in, with the name of its client. Throws `Refused` when it is nobody who may come in. */
export function admit(doorkeeper: Doorkeeper, request: FastifyRequest): void {
  const { url } = request.routeOptions;
  if (url === openToAll || request.method === 'OPTIONS') return;
  request.client = clientOf(doorkeeper, request);
}

/** Whether a request that was let in would be again, as the same client. */
export function isStillWelcome(doorkeeper: Doorkeeper, request: FastifyRequest): boolean {
  try {
    return clientOf(doorkeeper, request) === request.client;
  } catch {
    return false;
  }
}

function clientOf(doorkeeper: Doorkeeper, request: FastifyRequest): string {
  const { headers, socket } = request.raw;
  const knock = { peer: socket.remoteAddress, headers, token: bearerToken(headers) };
  return doorkeeper.admit(knock, request.routeOptions.url === openToTickets ? 'key or ticket' : 'key');
}
