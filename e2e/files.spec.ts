import { expect, test } from './fixtures.ts';

test('a second file is added, imported by the first, renamed, deleted and brought back', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('import greeting\nprint(greeting.text)');
  await page.getByRole('button', { name: 'New file' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the new file' });
  await name.fill('main.py');
  await expect(page.getByText('There is a file main.py already.')).toBeVisible();
  await name.fill('greeting.py');
  await name.press('Enter');
  const tab = (path: string) => page.getByRole('tab', { name: path, exact: true });
  await expect(tab('greeting.py')).toHaveAttribute('aria-selected', 'true');
  await editor.write('text = "from a second file"');
  await editor.run.click();
  await expect(editor.output).toContainText('from a second file');

  await tab('greeting.py').press('F2');
  await page.getByRole('textbox', { name: 'New name of greeting.py' }).fill('hello.py');
  await page.keyboard.press('Enter');
  await expect(tab('hello.py')).toBeVisible();
  await editor.run.click();
  await expect(editor.end('Failed. Exit code 1.')).toBeAttached();

  await tab('hello.py').press('Delete');
  await expect(tab('hello.py')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab('hello.py')).toBeVisible();
});

test('an error is marked in the code, and its place in the output leads there', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("first")\n\nboom()');
  await editor.run.click();
  await expect(page.locator('.monaco-editor .squiggly-error')).toBeVisible();
  await page.getByRole('button', { name: 'main.py", line 3' }).click();
  await expect(page.getByText('Ln 3, Col 1')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.getByRole('button', { name: 'Go to line 3' }).click();
  await expect(page.getByText('Ln 3, Col 1')).toBeVisible();
});

test('what a program leaves in out/ is shown: a picture, a table, a text', async ({ editor, page }) => {
  await editor.open();
  await editor.write(`import os
os.mkdir("out") if not os.path.exists("out") else None
open("out/dot.svg", "w").write('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>')
open("out/table.csv", "w").write('name,sum\\n"a, b",3\\n')
open("out/note.txt", "w").write("kept")`);
  await editor.run.click();
  const cards = page.getByRole('region', { name: 'Files the program left in out/' });
  await expect(cards.getByRole('img', { name: 'dot.svg' })).toBeVisible();
  await expect(cards.getByRole('cell', { name: 'a, b' })).toBeVisible();
  await expect(cards.getByText('kept')).toBeVisible();
});
