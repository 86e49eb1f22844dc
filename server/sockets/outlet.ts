import type { Socket } from 'socket.io';
import type { ClientToServer, NumberedEvent, ServerToClient } from '#protocol/socket.ts';

/** What may wait in this process for the connection to take it. */
const maxWaitingBytes = 64 * 1024;

/**
 * Sends events no faster than the connection takes them. Acknowledgements are a client's word; a client that lies with
 * them and reads nothing must not fill our memory either.
 */
export class Outlet {
  private waitingBytes = 0;

  constructor(
    private readonly socket: Socket<ClientToServer, ServerToClient>,
    onReady: () => void,
  ) {
    // Told each time the transport, having sent all it was given, takes everything that waited.
    socket.conn.on('drain', () => {
      const wasReady = this.isReady;
      this.waitingBytes = 0;
      if (!wasReady) onReady();
    });
  }

  get isReady(): boolean {
    return this.waitingBytes < maxWaitingBytes;
  }

  send(numbered: NumberedEvent): void {
    const { event } = numbered;
    this.waitingBytes += 128 + ('data' in event ? event.data.length : 0);
    this.socket.emit('run:event', numbered);
  }
}
