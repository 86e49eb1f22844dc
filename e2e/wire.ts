import type { Page, WebSocketRoute } from '@playwright/test';

const asItIs = (message: string): string => message;

/** The way from the page to the execution server, which can be cut. */
export class Wire {
  private isCut = false;
  private readonly open = new Set<WebSocketRoute>();

  /** Before the page is opened. What is said may be changed on its way. */
  async lay(page: Page, { toServer: out = asItIs, toPage: back = asItIs } = {}): Promise<void> {
    await page.routeWebSocket(/\/socket\.io\//, (fromPage) => {
      if (this.isCut) return void fromPage.close();
      const toServer = fromPage.connectToServer();
      fromPage.onMessage((message) => toServer.send(changed(message, out)));
      toServer.onMessage((message) => fromPage.send(changed(message, back)));
      this.open.add(fromPage).add(toServer);
    });
  }

  async cut(): Promise<void> {
    this.isCut = true;
    await Promise.all([...this.open].map((end) => end.close().catch(() => undefined)));
    this.open.clear();
  }

  mend(): void {
    this.isCut = false;
  }
}

function changed(message: string | Buffer, change: (message: string) => string): string | Buffer {
  return typeof message === 'string' ? change(message) : message;
}
