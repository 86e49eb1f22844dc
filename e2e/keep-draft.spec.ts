import { expect, test } from './fixtures.ts';

test('the code is there again after a reload', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("kept across a reload")');
  await expect(page.getByText('kept across a reload').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.monaco-editor').getByText('kept across a reload')).toBeVisible();
});
