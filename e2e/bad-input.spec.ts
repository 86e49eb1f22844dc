import { expect, test } from './fixtures.ts';
import { Wire } from './wire.ts';

test('5 MB pasted into the code are kept, and refused in words when they are run', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write(`# the beginning\n${'# a long comment of no use\n'.repeat(200_000)}`);
  await expect(page.getByText('a long comment of no use').first()).toBeVisible();
  await editor.run.click();
  await expect(editor.end(/This is too large to run: code has [\d.]+ MB of at most 1 MB\./)).toBeVisible();
  await editor.write('print("small again")');
  await editor.run.click();
  await expect(editor.output).toContainText('small again');
});

test('a line of 1 MB, NUL bytes, and text from right to left are shown as text', async ({ editor, page }) => {
  await editor.open();
  await editor.write(
    'print("z" * 1_000_000)\nprint("a\\0b")\nprint("שלום world")\nprint("\\u202edetsrever")',
  );
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible();
  await expect(editor.output).toContainText('שלום world');
  await expect(editor.output).not.toContainText('\0');
  await page.getByRole('button', { name: 'Wrap' }).click();
  await expect(editor.output).toBeVisible();
});

test('a server of another version is told in words, and the page can be loaded anew', async ({
  editor,
  page,
}) => {
  const wire = new Wire();
  const toPage = (message: string) => message.replace('"type":"usage"', '"type":"telepathy"');
  await wire.lay(page, { toPage });
  await editor.open();
  await editor.write('import time\ntime.sleep(1.5)\nprint("still here")');
  await editor.run.click();
  await expect(page.getByText('This page and the server are of different versions.')).toBeVisible();
  await expect(editor.output).toContainText('still here');
  await expect(editor.end('Exit 0')).toBeVisible();
  await page.getByRole('button', { name: 'Load the page anew' }).click();
  await expect(page.locator('.monaco-editor').getByText('still here')).toBeVisible();
});
