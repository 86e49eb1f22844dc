import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Every connection of a server, those too that became a WebSocket and of which HTTP knows nothing more. */
export class Connections {
  private readonly open = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
  }

  /** Ends whatever is still open after so long, unless disposed before: a client that reads nothing takes no farewell. */
  endAfter(ms: number): Disposable {
    const timer = setTimeout(() => {
      for (const socket of this.open) socket.destroy();
    }, ms);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  }
}
