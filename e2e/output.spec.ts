import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a text is found in the output, also far above what is shown', async ({ editor, page }) => {
  await editor.open();
  await editor.write('for i in range(9000):\n    print("needle" if i in (3, 8000) else "hay", i)');
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible();
  await editor.output.focus();
  await page.keyboard.press('ControlOrMeta+f');
  const find = page.getByRole('textbox', { name: 'Find in the output' });
  await find.fill('NEEDLE');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(page.getByText('needle 3')).toBeInViewport();
  await find.press('Enter');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await find.press('Shift+Enter');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await find.fill('no such thing');
  await expect(page.getByText('Not found')).toBeVisible();
  await find.press('Escape');
  await expect(find).toBeHidden();
  await expect(editor.output).toBeFocused();
});

test('each line has its time on request, and the output is saved as a file', async ({ editor, page }) => {
  await editor.open();
  await editor.write('import time\nprint("early")\ntime.sleep(0.6)\nprint("late")');
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible();
  await page.getByRole('button', { name: 'Times' }).click();
  const times = await editor.output
    .locator('[data-at]')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-at'))));
  expect(times).toHaveLength(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(0.4);
  const download = page.waitForEvent('download');
  await page.getByRole('toolbar', { name: 'Output tools' }).getByRole('button', { name: 'Download' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('early\nlate\n');
});
