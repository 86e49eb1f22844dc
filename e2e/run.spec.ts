import { expect, test } from './fixtures.ts';

test('a newcomer presses Run and sees what the program prints, its exit, its time and its memory', async ({
  editor,
}) => {
  await editor.open();
  await editor.write('print("Hello from the browser")');
  await editor.run.click();
  await expect(editor.output).toContainText('Hello from the browser');
  await expect(editor.end('Exit 0')).toBeVisible();
  await expect(editor.page.getByText(/\d s · .* CPU · .* MB/)).toBeVisible();
});

test('Ctrl+Enter runs from within the editor', async ({ editor }) => {
  await editor.open();
  await editor.write('print(6 * 7)');
  await editor.page.keyboard.press('ControlOrMeta+Enter');
  await expect(editor.output).toContainText('42');
});

test('what is typed as fast as keys can come is written whole', async ({ editor, page }) => {
  await editor.open();
  await editor.write('#');
  await page.keyboard.press('Enter');
  const line = 'the quick brown fox jumps over the lazy dog, 0123456789 times, and again and again';
  await page.keyboard.type(line);
  await expect(page.locator('.monaco-editor').getByText(line)).toBeVisible();
});

test('errors are shown beside what was printed, in words and not by colour alone', async ({ editor }) => {
  await editor.open();
  await editor.write('print("before")\nraise ValueError("oops")');
  await editor.run.click();
  await expect(editor.output).toContainText('before');
  await expect(editor.output).toContainText('ValueError: oops');
  await expect(editor.page.getByText('stderr').first()).toBeVisible();
  await expect(editor.end('Exit 1')).toBeVisible();
});

test('what does not compile shows the compiler’s words', async ({ editor }) => {
  await editor.open('/?lang=cpp');
  await editor.write('int main() { return x; }');
  await editor.run.click();
  await expect(editor.page.getByText(/was not declared/).first()).toBeVisible();
  await expect(editor.end(/Did not compile/)).toBeVisible();
});

test('colours that a program prints are drawn, and its markup is text', async ({ editor }) => {
  await editor.open();
  await editor.write('print("\\x1b[31mred\\x1b[0m <img src=x onerror=alert(1)>")');
  await editor.run.click();
  await expect(editor.output).toContainText('red <img src=x onerror=alert(1)>');
  const colour = await editor.output
    .getByText('red', { exact: true })
    .evaluate((span) => getComputedStyle(span).color);
  const plain = await editor.output.evaluate((log) => getComputedStyle(log).color);
  expect(colour).not.toBe(plain);
});

test('each language of the picker runs its own first program', async ({ editor, page }) => {
  for (const id of ['python', 'javascript', 'typescript', 'c', 'cpp']) {
    await editor.open(`/?lang=${id}`);
    await editor.run.click();
    await editor.input.fill('Ada');
    await editor.input.press('Enter');
    await expect(editor.output).toContainText('Ada');
    await expect(editor.end('Exit 0')).toBeVisible();
    await page.evaluate(() => localStorage.clear());
  }
});

test('where motion is reduced, the code is as readable as anywhere', async ({ editor, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await editor.open();
  const background = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const channels = (await background('.monaco-editor')).match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
  for (const channel of channels) expect(channel).toBeGreaterThan(240);
  expect(channels).toHaveLength(3);
});
