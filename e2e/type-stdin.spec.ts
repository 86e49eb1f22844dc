import { expect, test } from './fixtures.ts';

test('a line typed into the running program is answered', async ({ editor }) => {
  await editor.open();
  await editor.write('name = input("name? ")\nprint("hi", name)');
  await editor.run.click();
  await expect(editor.output).toContainText('name?');
  await editor.input.fill('Ünal');
  await editor.input.press('Enter');
  await expect(editor.output).toContainText('hi Ünal');
  await expect(editor.end('Exit 0')).toBeVisible();
});

test('Ctrl+D ends the input of a program that reads to its end', async ({ editor }) => {
  await editor.open();
  await editor.write('import sys\nprint(len(sys.stdin.read().splitlines()), "lines")');
  await editor.run.click();
  for (const line of ['one', 'two']) {
    await editor.input.fill(line);
    await editor.input.press('Enter');
  }
  await editor.input.press('Control+d');
  await expect(editor.output).toContainText('2 lines');
});

test('the text of the Input tab is what the program reads', async ({ editor, page }) => {
  await editor.open();
  await editor.write('import sys\nprint(sum(int(line) for line in sys.stdin))');
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('textbox', { name: 'Standard input' }).fill('20\n22\n');
  await editor.run.click();
  await expect(editor.output).toContainText('42');
});

test('a file becomes the input, and one that is no text is refused in words', async ({ editor, page }) => {
  await editor.open();
  await editor.write('import sys\nprint(len(sys.stdin.read()))');
  await page.getByRole('tab', { name: 'Input' }).click();
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('File for standard input').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await choose('picture.png', Buffer.from([255, 0, 255]));
  await expect(page.getByText('picture.png is not text.')).toBeVisible();
  await choose('in.txt', Buffer.from('twelve bytes'));
  await expect(page.getByRole('textbox', { name: 'Standard input' })).toHaveValue('twelve bytes');
  await editor.run.click();
  await expect(editor.output).toContainText('12');
});
