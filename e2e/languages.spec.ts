import { expect, test } from './fixtures.ts';

test('a language that is not installed shows its first program, and says how it is added', async ({
  page,
}) => {
  await page.goto('/?lang=go');
  await expect(page.getByText('package main').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  await expect(page.getByText('Go is not installed on this server.').first()).toBeVisible();
  await expect(page.getByText('npm run languages -- add go').first()).toBeVisible();
});

test('the list has what can be run first, and finds a language by what it brings along', async ({
  page,
  editor,
}) => {
  await editor.open();
  await page.getByRole('combobox', { name: 'Language' }).click();
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('Python');
  await expect(options.last()).toContainText('not installed');
  await page.getByPlaceholder('Find a language').fill('pandas');
  await expect(options).toHaveCount(1);
  await expect(options.first()).toContainText('Python (data)');
});
