import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { run } from './recorded-run.ts';

test('a link shows what its program printed, without JavaScript', async ({ browser, request, baseURL }) => {
  const program = {
    language: 'python',
    code: 'print("\\x1b[32mrecorded\\x1b[0m <i>", 6 * 7)\nraise SystemExit(3)',
  };
  const draft = { ...program, title: 'Recorded', run: await run(program) };
  const saved = await (await request.post('/api/v1/snippets', { data: draft })).json();
  expect(saved).toMatchObject({ run: { kept: true }, recording: { outcome: 'exit_nonzero' } });
  const forged = await request.post('/api/v1/snippets', { data: { ...draft, code: 'print("other")' } });
  expect((await forged.json()).run).toMatchObject({ kept: false });

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/s/${saved.id}`);
  await expect(page.getByRole('heading', { name: 'Exit 3' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Recorded output' })).toContainText('recorded <i> 42');
  await context.close();
});

test('what comes with a link that lasts has no accessibility faults', async ({ page, request }) => {
  const program = { language: 'python', code: 'print("seen")' };
  const data = { ...program, expiry: '7d', run: await run(program) };
  const { id } = await (await request.post('/api/v1/snippets', { data })).json();
  const once = await request.post('/api/v1/snippets', { data: { ...program, expiry: 'first_view' } });
  const sealed = `/s/${(await once.json()).id}`;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [`/s/${id}@1`, `/s/${id}/report`, sealed]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id: rule, nodes }) => `${path} ${rule} ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});

test('a revision’s link stays what it is when the snippet moves on', async ({ page, request }) => {
  const first = { language: 'python', code: 'print("first")', title: 'One' };
  const { id, editToken } = await (await request.post('/api/v1/snippets', { data: first })).json();
  const headers = { 'X-Edit-Token': editToken, 'If-Match': '"1"' };
  const second = { ...first, code: 'print("second")', title: 'Two' };
  expect((await request.put(`/api/v1/snippets/${id}`, { headers, data: second })).status()).toBe(200);
  expect((await request.put(`/api/v1/snippets/${id}`, { headers, data: first })).status()).toBe(412);
  await page.goto(`/s/${id}@1`);
  await expect(page.getByText('print("first")')).toBeVisible();
  await page.getByRole('link', { name: 'the latest' }).click();
  await expect(page.getByText('print("second")')).toBeVisible();
  await page.getByRole('link', { name: 'its permanent link' }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${id}@2$`));
  expect((await request.get(`/s/${id}@1.zip`)).headers()['content-type']).toBe('application/zip');
  expect((await request.get(`/s/${id}@9`)).status()).toBe(404);
});

test('of two who open at once what can be opened once, one is shown it', async ({
  browser,
  request,
  baseURL,
}) => {
  const draft = { language: 'python', code: 'print("only once")', expiry: 'first_view' };
  const { id } = await (await request.post('/api/v1/snippets', { data: draft })).json();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) await page.goto(`${baseURL}/s/${id}`);
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Open it now' }).click()));
  for (const page of pages) await page.waitForLoadState();
  const shown = await Promise.all(pages.map((page) => page.getByText('print("only once")').count()));
  expect(shown.sort()).toEqual([0, 1]);
  const late = await request.get(`/s/${id}`);
  expect(late.status()).toBe(410);
  expect(await late.text()).toContain('This link could be opened once');
  await context.close();
});

test('a reader can tell the operator of a snippet, without JavaScript', async ({
  browser,
  request,
  baseURL,
}) => {
  const draft = { language: 'python', code: 'print("bad")' };
  const { id } = await (await request.post('/api/v1/snippets', { data: draft })).json();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/s/${id}`);
  await page.getByRole('link', { name: 'Report' }).click();
  await page.getByRole('textbox').fill('This is spam.');
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { name: 'The operator of this server was told.' })).toBeVisible();
  await context.close();
});
