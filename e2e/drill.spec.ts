import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const sum = {
  title: 'Sum',
  language: 'python',
  code: '# your code here\n',
  statement: '# The task\n\nPrint the **sum** of `a` and `b`.\n\n<img src=x onerror=alert(1)>\n',
  tests: [
    { name: 'small', stdin: '1 2\n', expected: '3\n' },
    { name: 'secret', stdin: '777 111\n', expected: '888\n', hidden: true },
  ],
};
const solution = 'print(sum(map(int, input().split())))';

async function made(request: APIRequestContext, drill: object = sum): Promise<string> {
  const answer = await request.post('/api/v1/snippets', { data: drill });
  return (await answer.json()).id;
}

async function write(page: Page, code: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

test('a drill is read, tried, submitted and solved; what was written and reached is there after a reload', async ({
  page,
  request,
}) => {
  await page.goto(`/drill/${await made(request)}`);
  await expect(page.getByRole('heading', { name: 'The task' })).toBeVisible();
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run tests' })).toBeEnabled();
  await write(page, 'print(3)');
  await page.keyboard.press("ControlOrMeta+'");
  const verdicts = page.getByRole('list', { name: 'Verdicts' }).getByRole('listitem');
  await expect(verdicts.first()).toContainText('Passed.');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(verdicts.nth(1)).toContainText('Wrong answer.');
  await expect(page.getByText('1 of 2 tests passed.')).toBeVisible();
  await expect(page.getByText('Best: 1 of 2 passed')).toBeVisible();

  await write(page, solution);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('✓ Solved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('✓ Solved')).toBeVisible();
  await expect(page.locator('.monaco-editor').getByText('print(sum(')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.monaco-editor').getByText('# your code here')).toBeVisible();
});

test('a program that prints its input learns nothing of a hidden test, at any door', async ({ request }) => {
  const leak =
    'import sys\ns = sys.stdin.read()\nprint(s)\nprint(s, file=sys.stderr)\nopen("out/x.txt", "w").write(s)\nraise ValueError(s)';
  const quokka = { name: 'secret', stdin: 'quokka-in\n', expected: 'quokka-out\n', hidden: true };
  const id = await made(request, { ...sum, code: leak, tests: [sum.tests[0], quokka] });
  const tried = await request.post(`/api/v1/snippets/${id}/submit`, { data: { code: leak } });
  const streamed = await request.post(`/api/v1/snippets/${id}/submit`, {
    data: { code: leak },
    headers: { Accept: 'application/x-ndjson' },
  });
  expect(await tried.json()).toMatchObject({
    passed: 0,
    total: 2,
    tests: [
      { index: 1, verdict: 'exit_nonzero', stdout: '1 2\n\n' },
      { index: 2, name: 'secret', hidden: true, verdict: 'exit_nonzero' },
    ],
  });
  const ran = await request.post(`/api/v1/snippets/${id}/execute`, { data: { tests: true } });
  const forked = await request.post(`/api/v1/snippets/${id}/fork`);
  const doors = [`/s/${id}`, `/drill/${id}`, `/?s=${id}`, `/s/${id}/raw`, `/s/${id}.zip`, `/s/${id}.json`];
  const api = [`/api/v1/snippets/${id}`, `/api/v1/snippets/${id}@1`, `/api/v1/snippets/${id}/revisions`];
  const opened = await Promise.all([...doors, ...api].map((door) => request.get(door)));
  for (const answer of [tried, streamed, ran, forked, ...opened]) {
    expect(answer.ok()).toBe(true);
    const text = await answer.text();
    for (const secret of ['quokka-in', 'quokka-out', Buffer.from('quokka-in\n').toString('base64')])
      expect(text, answer.url()).not.toContain(secret);
  }
});

test('an author makes a drill in the editor, and edits it later with its hidden tests', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('# the starter');
  await editor.addTest('1 2', '3');
  await editor.addTest('777 111', '888');
  await page.getByRole('checkbox', { name: 'Hidden from others' }).check();
  await page.getByRole('button', { name: 'Drill…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drill' });
  await dialog.getByRole('textbox', { name: /in Markdown/ }).fill('Print the **sum**.');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.locator('strong')).toHaveText('sum');
  await dialog.getByRole('button', { name: 'Make the drill' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link to this drill' }).inputValue();

  await page.goto(new URL(link).pathname);
  await expect(page.getByText('One more test is hidden.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit this drill' }).click();
  await expect(page.getByRole('tab', { name: 'Tests 2' })).toBeVisible();
  await page.getByRole('tab', { name: /^Tests/ }).click();
  await page.getByRole('button', { name: 'Drill…' }).click();
  await expect(dialog.getByText('2 tests, 1 of them hidden.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /in Markdown/ }).fill('Print the *sum*, please.');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.getByRole('link', { name: 'Open the drill' }).click();
  await expect(page.getByText('Print the sum, please.')).toBeVisible();
});

test('a drill is whole on a phone, has no accessibility faults, and is read without JavaScript', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const id = await made(request);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/drill/${id}`);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('0 of 2 tests passed.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
    expect(
      violations.map(({ id, nodes }) => `${look} ${id}: ${nodes.map(({ html }) => html).join()}`),
    ).toEqual([]);
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${baseURL}/drill/${id}`);
  await expect(plain.getByRole('heading', { name: 'The task' })).toBeVisible();
  await expect(plain.getByText('# your code here')).toBeVisible();
  await expect(plain.getByRole('heading', { name: 'Test 1: small' })).toBeVisible();
  await context.close();
});
