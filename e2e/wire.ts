import type { Page, WebSocketRoute } from '@playwright/test';

const asItIs = (message: string): string => message;

interface Connection {
  /** What comes when it is cut already has nowhere to go: a browser complains of what is sent on a closed socket. */
  isOpen: boolean;
  readonly ends: readonly WebSocketRoute[];
}

/** The way from the page to the execution server, which can be cut. */
export class Wire {
  private isCut = false;
  private readonly connections = new Set<Connection>();

  /** Before the page is opened. What is said may be changed on its way. */
  async lay(page: Page, { toServer: out = asItIs, toPage: back = asItIs } = {}): Promise<void> {
    await page.routeWebSocket(/\/socket\.io\//, (fromPage) => {
      if (this.isCut) return void fromPage.close();
      const toServer = fromPage.connectToServer();
      const connection: Connection = { isOpen: true, ends: [fromPage, toServer] };
      fromPage.onMessage((message) => connection.isOpen && toServer.send(changed(message, out)));
      toServer.onMessage((message) => connection.isOpen && fromPage.send(changed(message, back)));
      this.connections.add(connection);
    });
  }

  async cut(): Promise<void> {
    this.isCut = true;
    const ends = [...this.connections].flatMap((connection) => {
      connection.isOpen = false;
      return connection.ends;
    });
    this.connections.clear();
    await Promise.all(ends.map((end) => end.close().catch(() => undefined)));
  }

  mend(): void {
    this.isCut = false;
  }
}

function changed(message: string | Buffer, change: (message: string) => string): string | Buffer {
  return typeof message === 'string' ? change(message) : message;
}
