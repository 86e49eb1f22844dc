import { test as base, expect, type Page } from '@playwright/test';
import { EditorPage } from './editor-page.ts';

interface Fixtures {
  readonly editor: EditorPage;
}

/** A page that fails its test on any console message, failed request, or request to another host. */
export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  editor: async ({ page }, use) => {
    await use(new EditorPage(page));
  },
});

export { expect };

/** Everything on the page that a person should never meet, as it happens. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading.
    const wasLeft = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!wasLeft) complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isLocal = hostname === 'localhost' || protocol === 'data:' || protocol === 'blob:';
    if (!isLocal) complaints.push(`another host: ${request.url()}`);
  });
  return complaints;
}
