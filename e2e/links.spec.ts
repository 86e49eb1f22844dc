import { deflateRawSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './fixtures.ts';

const hostile = '<img src=x onerror=alert(1)>"\'';

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('a link is made, limited and changed by keys where it is shared, and looked after in the list of one’s own', async ({
  editor,
  page,
  request,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await editor.open();
  await page.getByRole('textbox', { name: 'Title' }).fill(hostile);
  await editor.write('print("first")');
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const field = dialog.getByRole('textbox', { name: 'Link to this snippet' });
  await expect(field).toBeFocused();
  const id = (await field.inputValue()).split('/').at(-1) ?? '';
  await dialog.getByRole('combobox', { name: 'Visibility' }).selectOption('Public');
  await expect(dialog.getByText('Link updated')).toBeVisible();
  expect(await (await request.get(`/api/v1/snippets/${id}`)).json()).toMatchObject({
    visibility: 'public',
    revision: 1,
  });
  await dialog.getByRole('tab', { name: 'Link', exact: true }).focus();
  await page.keyboard.press('End');
  await expect(dialog.getByRole('textbox', { name: 'Link that holds the code' })).toHaveValue(/\/#v1\./);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();

  for (const door of ['', '/versions', '.json']) await request.get(`/s/${id}${door}`);
  await page.goto('/links');
  await expect(page.getByText('shown once')).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: hostile });
  await row.getByRole('button', { name: 'Rename' }).click();
  await row.getByRole('textbox', { name: 'Title' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete…: Mine' }).click();
  await page.getByRole('button', { name: 'Delete it for everybody' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  expect((await request.get(`/s/${id}`)).status()).toBe(404);
});

test('a link that holds its code opens without a word of it to any server, and leaves the reader’s draft alone', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("my own draft")');
  const secret = 'very_secret_name';
  const program = { language: 'python', code: `${secret} = 6 * 7`, title: hostile };
  const hash = `v1.${deflateRawSync(JSON.stringify(program)).toString('base64url')}`;
  const told: string[] = [];
  page.on('request', (asked) =>
    told.push(`${asked.url()} ${asked.postData() ?? ''} ${asked.headers()['referer'] ?? ''}`),
  );
  await page.goto(`/?lang=python#${hash}`);
  await page.reload();
  await expect(editor.code).toContainText(secret);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(hostile);
  expect(told.filter((one) => one.includes(secret) || one.includes(hash))).toEqual([]);
  await page.evaluate(() => {
    window.location.hash = '#v1.damaged';
  });
  await expect(page.getByText('This link is damaged')).toBeVisible();
  await expect(editor.code).toContainText(secret);
  await page.goto('about:blank');
  await editor.open();
  await expect(editor.code).toContainText('my own draft');
});

test('lines are pointed to by a link and by a press on their numbers; other words point to none', async ({
  page,
  request,
}) => {
  const code = Array.from({ length: 20 }, (_, index) => `print(${index + 1})`).join('\n');
  const { id } = await (
    await request.post('/api/v1/snippets', { data: { language: 'python', code } })
  ).json();
  const marked = async (address: string) =>
    (await (await request.get(address)).text()).match(/<span[^>]* data-marked/g)?.length ?? 0;
  expect(await marked(`/s/${id}?L=10-14`)).toBe(5);
  for (const words of ['999999999-1', '14-10', '0', '<script>', '21'])
    expect(await marked(`/s/${id}?L=${encodeURIComponent(words)}`)).toBe(0);
  await page.goto(`/s/${id}`);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  const lines = page.locator('.line');
  await lines.nth(2).click({ position: { x: 10, y: 8 } });
  await lines.nth(4).click({ position: { x: 10, y: 8 }, modifiers: ['Shift'] });
  await expect(page).toHaveURL(new RegExp(`/s/${id}\\?L=3-5$`));
  await expect(page.locator('[data-marked]')).toHaveCount(3);
});

test('what changed between two versions is told as text, and side by side on request', async ({
  page,
  request,
}) => {
  const data = { language: 'python', code: 'one = 1\nsame = 0\n' };
  const { id, editToken } = await (await request.post('/api/v1/snippets', { data })).json();
  const next = { ...data, code: 'two = 2\nsame = 0\n', files: [{ path: 'new.txt', content: hostile }] };
  await request.put(`/api/v1/snippets/${id}`, { headers: { 'X-Edit-Token': editToken }, data: next });
  await page.goto(`/s/${id}`);
  await page.getByRole('link', { name: 'Versions' }).click();
  const main = page.getByRole('region', { name: 'main.py', exact: true });
  await expect(main).toContainText('- one = 1');
  await expect(main).toContainText('+ two = 2');
  await expect(page.getByRole('region', { name: 'new.txt', exact: true })).toContainText(`+ ${hostile}`);
  expect(await faultsOf(page)).toEqual([]);
  await main.getByRole('button', { name: 'Side by side' }).click();
  await expect(main.locator('.monaco-diff-editor')).toContainText('two = 2');
  await page.getByRole('radio', { name: 'From revision 2' }).check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('These two are the same.')).toBeVisible();
});

test('a new snippet begins with a zip archive or a block of Markdown, and the one before is kept', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("before")');
  const start = async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('start from');
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /Start from/ })
      .click();
    return page.getByRole('dialog', { name: 'Start from' });
  };
  const dialog = await start();
  expect(await faultsOf(page)).toEqual([]);
  const archive = zipSync({
    '../evil.py': strToU8('bad'),
    'main.py': strToU8('import lib'),
    'lib.py': strToU8('1'),
  });
  await dialog
    .getByLabel('Or the files of a zip archive')
    .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await expect(page.getByRole('tab', { name: 'lib.py' })).toBeVisible();
  await expect(editor.code).toContainText('import lib');
  await expect(page.getByText('../evil.py')).toBeVisible();
  await start();
  await page.keyboard.type('```python\nprint("of Markdown")\n```');
  await expect(dialog.getByText('A block of Python.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Start with this code' }).click();
  await expect(editor.code).toContainText('of Markdown');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(editor.code).toContainText('import lib');
});
