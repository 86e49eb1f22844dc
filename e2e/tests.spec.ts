import { expect, test } from './fixtures.ts';

const sum = 'a, b = map(int, input().split())\nprint(a + b)';

test('tests are written, run and judged one by one, and a wrong answer shows where it differs', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write(sum);
  await editor.addTest('1 2', '3');
  await editor.addTest('2 2', '5');
  await page.keyboard.press("Control+'");
  await expect(page.getByText(/^1 of 2 passed · slowest/)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Tests 1/2' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Test 2: Wrong answer.' })).toBeVisible();
  const side = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(side('Expected').locator('mark')).toHaveText('5');
  await expect(side('Actual').locator('mark')).toHaveText('4');

  await page.getByRole('button', { name: 'Use actual as expected' }).click();
  await expect(page.getByRole('heading', { name: 'Test 2: edited since it ran.' })).toBeVisible();
  await page.getByRole('button', { name: 'Run this' }).click();
  await expect(page.getByText(/^2 of 2 passed/)).toBeVisible();
});

test('the chosen test stays chosen while others fail', async ({ editor, page }) => {
  await editor.open();
  await editor.write(sum);
  await editor.addTest('1 2', 'wrong');
  await editor.addTest('3 4', '7');
  await page.getByRole('button', { name: 'Run tests' }).click();
  await expect(page.getByText(/^1 of 2 passed/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Test 2: Passed.' })).toBeVisible();
  await page.getByRole('button', { name: 'Run failed' }).click();
  await expect(page.getByText(/^1 of 2 passed/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Test 2: Passed.' })).toBeVisible();
});

test('a program that does not compile is said so once, and no test is called failed', async ({
  editor,
  page,
}) => {
  await editor.open('/?lang=c');
  await editor.write('int main(void) { return x; }');
  await editor.addTest('', '');
  await page.getByRole('button', { name: 'Run tests' }).click();
  await expect(page.getByRole('region', { name: 'Tests' }).getByText(/^Did not compile/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Test 1: it did not run.' })).toBeVisible();
});

test('tests are imported from files, pasted, deleted and brought back', async ({ editor, page }) => {
  await editor.open();
  await page.getByRole('tab', { name: 'Tests' }).click();
  await page.getByLabel('Files with tests').setInputFiles([
    { name: '1.in', mimeType: 'text/plain', buffer: Buffer.from('1 2\n') },
    { name: '1.out', mimeType: 'text/plain', buffer: Buffer.from('3\n') },
    { name: '2.in', mimeType: 'text/plain', buffer: Buffer.from('5\n') },
  ]);
  await expect(page.getByText('2.in: there is no 2.out')).toBeVisible();
  await page.getByRole('button', { name: 'Paste' }).click();
  await page.getByRole('textbox', { name: /by turns/ }).fill('4 5\n---\n9');
  await page.getByRole('button', { name: 'Add these' }).click();
  const cases = page.getByRole('list', { name: 'Test cases' }).getByRole('button');
  await expect(cases).toHaveCount(2);
  await cases.last().click();
  await expect(page.getByRole('textbox', { name: 'Input', exact: true })).toHaveValue('4 5\n');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(cases).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cases).toHaveCount(2);
});

test('tests are there again after a reload', async ({ editor, page }) => {
  await editor.open();
  await editor.addTest('kept', 'kept too');
  // Drafts are written after a pause in typing.
  await page.waitForTimeout(800);
  await editor.open();
  await expect(page.getByRole('tab', { name: 'Tests 1' })).toBeVisible();
});
