import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test('a run before this one is found again, with what it printed, and brought back', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("the first")');
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible();
  await editor.write('print("the second")\nraise SystemExit(2)');
  await editor.run.click();
  await expect(editor.end('Exit 2')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('The last 2 runs in this browser')).toBeVisible();
  await history.getByRole('button', { name: /print\("the first"\)/ }).click();
  await expect(history.getByRole('region', { name: 'Output of this run' })).toContainText('the first');
  await expect(history.getByRole('region', { name: 'Changes' })).toContainText('+ print("the second")');
  await history.getByRole('button', { name: 'Restore' }).click();
  await expect(editor.code).toContainText('the first');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.code).toContainText('the second');
});

test('runs are there after a reload, and a run of another language brings its language back', async ({
  editor,
  page,
}) => {
  await editor.open('/?lang=javascript');
  for (const name of ['an earlier one', 'from JavaScript']) {
    await editor.write(`console.log("${name}")`);
    await editor.run.click();
    await expect(editor.output).toContainText(name);
    await expect(editor.end('Exit 0')).toBeVisible();
  }
  // Each run lies under a key of its own: one more writes no other again.
  await expect.poll(() => keptKeys(page)).toEqual(['history', 'history:', 'history:']);
  await editor.open('/?lang=python');
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('region', { name: 'History' });
  await history.getByRole('button', { name: /from JavaScript/ }).click();
  await history.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('combobox', { name: 'Language' })).toContainText('JavaScript');
  await expect(editor.code).toContainText('from JavaScript');
  await history.getByRole('button', { name: 'Clear history' }).click();
  await expect(page.getByText('No runs yet.')).toBeVisible();
  await expect.poll(() => keptKeys(page)).toEqual(['history']);
});

/** Under what names this browser keeps past runs, without their ids. */
async function keptKeys(page: Page): Promise<string[]> {
  const keys = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('keyval').objectStore('keyval').getAllKeys();
          asked.onsuccess = () => resolve(asked.result.map(String));
        };
      }),
  );
  return keys.filter((key) => key.startsWith('history')).map((key) => key.replace(/:.*/, ':'));
}
