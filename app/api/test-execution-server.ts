import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for the execution server in a test, on a port of its own, and does with a request whatever it is told. */
export class StandInServer implements AsyncDisposable {
  behave: RequestListener = (_, response) => response.writeHead(404).end();
  private readonly server = createServer((request, response) => this.behave(request, response));

  static async start(): Promise<StandInServer> {
    const made = new StandInServer();
    made.server.listen(0, '127.0.0.1');
    await once(made.server, 'listening');
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
  }
}
