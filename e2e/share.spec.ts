import { expect, test, watch } from './fixtures.ts';

test('a shared link shows the code in another browser, and runs it', async ({ editor, page, browser }) => {
  await editor.open();
  await editor.write('print("shared", 6 * 7)');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this snippet' }).inputValue();
  expect(link).toMatch(/\/s\/[0-9A-Za-z]{10}$/);

  const stranger = await (await browser.newContext()).newPage();
  const complaints = watch(stranger);
  await stranger.goto(link);
  await expect(stranger.getByText('print("shared", 6 * 7)')).toBeVisible();
  await stranger.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stranger.getByRole('log')).toContainText('shared 42');
  expect(complaints).toEqual([]);
  await stranger.context().close();
});

test('a shared link is readable without JavaScript, and loads no editor', async ({
  browser,
  request,
  baseURL,
}) => {
  const draft = { language: 'python', code: 'print("no script")', title: 'Plain <b>title</b>' };
  const { id } = await (await request.post('/api/v1/snippets', { data: draft })).json();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/s/${id}`);
  await expect(page.getByText('print("no script")')).toBeVisible();
  await expect(page.getByText('Plain <b>title</b>').first()).toBeVisible();
  await context.close();
});

test('a shared snippet opens in the editor, and leaves the reader’s own draft alone', async ({
  editor,
  page,
  request,
}) => {
  await editor.open();
  await editor.write('print("my own draft")');
  await editor.run.click();
  await expect(editor.output).toContainText('my own draft');
  const draft = { language: 'python', code: 'print("opened", 1 + 1)', stdin: '', title: 'Opened' };
  const { id } = await (await request.post('/api/v1/snippets', { data: draft })).json();
  await page.goto(`/s/${id}`);
  await page.getByRole('link', { name: 'Open in editor' }).click();
  await expect(page.locator('.monaco-editor').getByText('print("opened", 1 + 1)')).toBeVisible();
  await editor.run.click();
  await expect(editor.output).toContainText('opened 2');
  await editor.open();
  await expect(page.locator('.monaco-editor').getByText('my own draft')).toBeVisible();
});

test('a link that does not exist says so', async ({ request, browser, baseURL }) => {
  const response = await request.get('/s/AAAAAAAAAA');
  expect(response.status()).toBe(404);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${baseURL}/s/AAAAAAAAAA`);
  await expect(page.getByText('This link does not exist or was deleted.')).toBeVisible();
  await page.context().close();
});

test('a snippet runs over REST, through the web server', async ({ request }) => {
  const draft = { language: 'python', code: 'print(input()[::-1])' };
  const { id } = await (await request.post('/api/v1/snippets', { data: draft })).json();
  const answer = await request.post(`/api/v1/snippets/${id}/execute`, { data: { stdin: 'desserts' } });
  expect(await answer.json()).toMatchObject({ success: true, stdout: 'stressed\n' });
});
