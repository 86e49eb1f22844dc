import { subscribe } from 'node:diagnostics_channel';
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { inspect } from 'node:util';

interface Exchange {
  readonly request: ClientRequest & { readonly agent?: unknown };
  readonly response: IncomingMessage;
}

/** How long a connection to the engine that nobody uses is kept, as Node's own agents do. */
export const idleConnectionMs = 5_000;
const keeping = { keepAlive: true, timeout: idleConnectionMs };

/**
 * The connections to one engine. docker-modem listens to a request's errors and not to its answer's, so that one which
 * breaks off in the middle would never settle the call: here the request is told of it.
 */
export function engineConnections(protocol: 'http' | 'https'): HttpAgent {
  const agent = protocol === 'https' ? new HttpsAgent(keeping) : new HttpAgent(keeping);
  // docker-modem puts every call into words for its log, whether there is one or not: all connections with it.
  Object.assign(agent, { [inspect.custom]: () => 'the connections to the engine' });
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as Exchange;
    if (request.agent !== agent) return;
    // Whoever reads the answer as a stream hears of it by itself; the request then has nobody to tell.
    response.on('error', (error) => request.listenerCount('error') > 0 && request.emit('error', error));
  });
  return agent;
}
