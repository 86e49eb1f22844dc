import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const looks = [
  ['light', 'light.system'],
  ['dark', 'dark.system'],
  ['dark with more contrast', 'dark.more'],
] as const;

/** What is wrong with the page as it is, each fault with the state and the elements. */
async function faultsOf(page: Page, state: string): Promise<string[]> {
  // A colour on its way to another is no colour of the page's.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    // Monaco's own inside, which says what it is to screen readers in its own way.
    .exclude('.monaco-editor')
    .analyze();
  return violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** The settings as they open, while keys are chosen that another command has, and when deletion is asked about. */
async function faultsOfSettings(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('heading', { name: 'Editor' })).toBeVisible();
  const faults = await faultsOf(page, 'the settings');
  await dialog.getByRole('button', { name: 'Add keys: Clear the output' }).click();
  await page.keyboard.press('Control+j');
  await expect(dialog.getByRole('alert')).toContainText('would lose it');
  await dialog.getByRole('button', { name: 'Delete…' }).click();
  faults.push(...(await faultsOf(page, 'the settings, with questions')));
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return faults;
}

for (const [name, look] of looks) {
  test(`the editor page has no accessibility faults in any of its states, ${name}`, async ({
    editor,
    page,
    baseURL,
  }) => {
    await page.context().addCookies([{ name: 'look', value: look, url: baseURL ?? '' }]);
    await editor.open();
    const faults = await faultsOf(page, 'at first');
    await editor.write('print("out")\nopen("gone")');
    await editor.run.click();
    await expect(editor.end('Exit 1')).toBeVisible();
    faults.push(...(await faultsOf(page, 'after a failed run')));
    await editor.addTest('1', '2');
    await page.getByRole('button', { name: 'Run tests' }).click();
    await expect(page.getByText(/^0 of 1 passed/)).toBeVisible();
    faults.push(...(await faultsOf(page, 'after a failed test')));
    for (const tab of ['Input', 'Args & env', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      faults.push(...(await faultsOf(page, `the ${tab} tab`)));
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    faults.push(...(await faultsOf(page, 'the palette')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    faults.push(...(await faultsOfSettings(page)));
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByText('Link created')).toBeVisible();
    faults.push(...(await faultsOf(page, 'the share popover')));
    expect(faults).toEqual([]);
  });
}

test('a shared link has no accessibility faults', async ({ page }) => {
  const data = { language: 'python', title: 'A link', code: 'print(1)' };
  const { id } = await (await page.request.post('/api/v1/snippets', { data })).json();
  await page.goto(`/s/${id}`);
  await expect(page.getByText('print(1)').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  expect(await faultsOf(page, 'a shared link')).toEqual([]);
});

test('the look that was chosen is there from the first paint on', async ({ editor, page }) => {
  await editor.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme: dark');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText([/Theme: dark/]);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const html = await (await page.request.get('/')).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
});
