import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Doorkeeper } from '../clients/doorkeeper.ts';

/** The part of all connections at which those that wait for a next request are closed to make room. */
const nearlyFull = 0.9;

export interface ConnectionSettings {
  /** What all may have together, which the server itself sees to. */
  readonly MAX_CONNECTIONS: number;
  readonly MAX_CONNECTIONS_PER_CLIENT: number;
}

/**
 * Every connection of a server, those too that became a WebSocket and of which HTTP knows nothing more. One client, by
 * its address, may have so many of them and never more than half, whatever it says on them or does not. Those of a
 * trusted proxy, and those that have shown the web server's secret, are of many clients and not counted.
 */
export class Connections {
  /** Each with who is counted for it; undefined for those that are not counted. */
  private readonly open = new Map<Socket, string | undefined>();
  private readonly counts = new Map<string, number>();
  private readonly maxPerClient: number;

  constructor(
    private readonly server: Server,
    private readonly doorkeeper: Doorkeeper,
    private readonly settings: ConnectionSettings,
  ) {
    const { MAX_CONNECTIONS, MAX_CONNECTIONS_PER_CLIENT } = settings;
    this.maxPerClient = Math.min(MAX_CONNECTIONS_PER_CLIENT, Math.ceil(MAX_CONNECTIONS / 2));
    server.on('connection', (socket: Socket) => this.welcome(socket));
    server.on('request', (request: IncomingMessage) => this.look(request));
  }

  /** Ends whatever is still open after so long, unless disposed before: a client that reads nothing takes no farewell. */
  endAfter(ms: number): Disposable {
    const timer = setTimeout(() => {
      for (const socket of this.open.keys()) socket.destroy();
    }, ms);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  }

  private welcome(socket: Socket): void {
    const client = this.doorkeeper.whoConnects(socket.remoteAddress);
    if (client !== undefined && (this.counts.get(client) ?? 0) >= this.maxPerClient) {
      socket.destroy();
      return;
    }
    this.count(client, 1);
    this.open.set(socket, client);
    socket.once('close', () => {
      this.count(this.open.get(socket), -1);
      this.open.delete(socket);
    });
    if (this.open.size >= this.settings.MAX_CONNECTIONS * nearlyFull) this.server.closeIdleConnections();
  }

  private look({ socket, headers }: IncomingMessage): void {
    const client = this.open.get(socket);
    if (client === undefined || !this.doorkeeper.isHouse(headers)) return;
    this.count(client, -1);
    this.open.set(socket, undefined);
  }

  private count(client: string | undefined, change: 1 | -1): void {
    if (client === undefined) return;
    const count = (this.counts.get(client) ?? 0) + change;
    if (count > 0) this.counts.set(client, count);
    else this.counts.delete(client);
  }
}
