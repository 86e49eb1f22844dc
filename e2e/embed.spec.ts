import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, watch } from './fixtures.ts';

/** A page of another host with this in it. */
async function strangePage(body: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    return response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<!doctype html><title>x</title>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a snippet in a page of another host, in a sandbox without an origin, runs and tells what comes', async ({
  page,
  request,
  baseURL,
}) => {
  const code = 'print("\\x1b[31min a frame\\x1b[0m", "<i>", 6 * 7)\nraise SystemExit(3)';
  const files = [{ path: 'other.py', content: 'OTHER = 1' }];
  const data = { language: 'python', code, files, title: 'Framed' };
  const { id } = await (await request.post('/api/v1/snippets', { data })).json();
  await using stranger = await strangePage(
    `<iframe sandbox="allow-scripts" src="${baseURL}/embed/${id}?theme=light" title="It" width=600 height=400></iframe>`,
  );
  await page.goto(stranger.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Run' }).click();
  await expect(frame.getByRole('log')).toHaveText('in a frame <i> 42\n');
  await expect(frame.getByRole('status')).toContainText('✗ Exit 3');
  await expect(frame.getByRole('button', { name: 'Run again' })).toBeVisible();
  await frame.getByText('other.py').click();
  await expect(frame.getByText('OTHER = 1')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/embed/${id}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('what leads to a snippet elsewhere is served as it should be, and nothing else is framed', async ({
  browser,
  request,
  baseURL,
}) => {
  const data = { language: 'python', code: 'print(1)', title: 'A "card"' };
  const { id } = await (await request.post('/api/v1/snippets', { data })).json();
  const html = await (await request.get(`/s/${id}`)).text();
  const oembed =
    /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const told = await (await request.get(oembed.replaceAll('&amp;', '&'))).json();
  expect(told).toMatchObject({ type: 'rich', title: 'A "card"' });
  expect(html).toContain(`property="og:image" content="${told.thumbnail_url}"`);
  const card = await request.get(told.thumbnail_url);
  expect([card.headers()['content-type'], (await card.body()).readUInt32BE(16)]).toEqual(['image/png', 1200]);
  for (const name of ['image.svg', 'qr.svg']) {
    const headers = (await request.get(`/s/${id}@1/${name}`)).headers();
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await request.get(`/s/${id}/image.png`)).headers()['cache-control']).toBe('public, max-age=300');

  await using stranger = await strangePage(`<iframe src="${baseURL}/s/${id}" title="It"></iframe>`);
  const page = await browser.newPage();
  const complaints = watch(page);
  await page.goto(stranger.url);
  await expect.poll(() => complaints.join()).toContain('frame-ancestors');
  await page.close();
});
