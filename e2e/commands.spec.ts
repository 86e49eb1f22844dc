import { expect, test } from './fixtures.ts';

test('the palette finds a command by its name, and shows its keys', async ({ editor, page }) => {
  await editor.open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await page.keyboard.type('keyb');
  await expect(palette.getByRole('option')).toHaveText([/^Keyboard shortcuts\?$/]);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette goes to a line, and to another language', async ({ editor, page }) => {
  await editor.open();
  await editor.write('one\ntwo\nthree');
  await page.keyboard.press('F1');
  await page.keyboard.type(':2');
  await expect(page.getByRole('option', { name: 'Go to line 2' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ln 2, Col 1')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('@javas');
  await expect(page.getByRole('option')).toHaveText([/JavaScript/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Language' })).toContainText('JavaScript');
});

test('code is laid out by its formatter, in one step that can be undone', async ({ editor, page }) => {
  await editor.open();
  await editor.write('x = {  "a":1 }\nprint( x )');
  await page.keyboard.press('Shift+Alt+f');
  await expect(editor.code).toContainText('x = {"a": 1}');
  await expect(editor.code).toContainText('print(x)');
  await page.keyboard.press('Control+z');
  await expect(editor.code).toContainText('print( x )');
});

test('code that cannot be formatted is left as it is, and the formatter’s words are shown', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print((1)');
  await page.getByRole('button', { name: 'Format' }).click();
  await expect(page.getByText(/could not format this/)).toBeVisible();
  await expect(editor.code).toContainText('print((1)');
});

test('F8 goes from problem to problem, through the files', async ({ editor, page }) => {
  await editor.open('/?lang=c');
  await editor.write('#include <stdio.h>\nint main(void) {\n  puts(a);\n  puts(b);\n}');
  await editor.run.click();
  await expect(page.getByRole('button', { name: /^2 errors/ })).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('F8');
  await expect(page.getByText('Ln 3, Col 8')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('Ln 4, Col 8')).toBeVisible();
  await page.keyboard.press('Shift+F8');
  await expect(page.getByText('Ln 3, Col 8')).toBeVisible();
});

test('a program is copied as a command line that runs it', async ({ editor, page }) => {
  await editor.open();
  await editor.write(`print("it's", 6 * 7)`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('curl');
  await expect(page.getByRole('option')).toHaveText([/Copy as curl/]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied')).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toMatch(/^curl -s http:\/\/localhost:\d+\/execute /);
  expect(command).toContain(`print(\\"it'\\''s\\", 6 * 7)`);
});

test('the right pane hides and comes back by its keys', async ({ editor, page }) => {
  await editor.open();
  const tab = page.getByRole('tab', { name: 'Output' });
  await page.keyboard.press('Control+j');
  await expect(tab).not.toBeInViewport();
  await page.keyboard.press('Control+j');
  await expect(tab).toBeInViewport();
});

test('Escape pressed twice leaves the editor, by keyboard alone', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("by keyboard")');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(editor.run).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.output).toContainText('by keyboard');
});
