import type { Page } from '@playwright/test';
import { EditorPage } from './editor-page.ts';
import { expect, test, watch } from './fixtures.ts';

const shown = (page: Page, text: string) => page.locator('.monaco-editor').getByText(text);

test('the code is there again after a reload', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("kept across a reload")');
  await expect(shown(page, 'kept across a reload')).toBeVisible();
  await page.reload();
  await expect(shown(page, 'kept across a reload')).toBeVisible();
});

test('two tabs never write one draft: the second has a copy', async ({ editor, page, context }) => {
  await editor.open();
  await editor.write('print("from the first tab")');
  await expect.poll(() => draftTexts(page)).toEqual(['print("from the first tab")']);

  const second = await context.newPage();
  const complaints = watch(second);
  const other = new EditorPage(second);
  await other.open();
  await expect(second.getByText('This draft is open in another tab. Here is a copy of it.')).toBeVisible();
  await other.write('print("from the second tab")');
  await expect
    .poll(() => draftTexts(second))
    .toEqual(['print("from the first tab")', 'print("from the second tab")']);

  await second.reload();
  await expect(shown(second, 'from the second tab')).toBeVisible();
  await page.reload();
  await expect(shown(page, 'from the first tab')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a new snippet leaves the one before among the drafts, by name', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("the older one")');
  await page.getByRole('textbox', { name: 'Title' }).fill('My older draft');
  await page.getByRole('textbox', { name: 'Title' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+Alt+n');
  await expect(page.getByText('A new snippet. The one before is among your drafts.')).toBeVisible();
  await expect(shown(page, 'the older one')).toBeHidden();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('#older');
  await page.getByRole('option', { name: /My older draft/ }).click();
  await expect(shown(page, 'the older one')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('My older draft');
});

test('a draft is deleted from the list, and brought back', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("to be deleted")');
  await expect.poll(() => draftTexts(page)).toHaveLength(1);
  await page.keyboard.press('ControlOrMeta+Alt+n');
  await openDrafts(page);
  const drafts = page.getByRole('dialog', { name: 'Drafts' });
  await drafts.getByRole('button', { name: 'Delete print("to be deleted")' }).click();
  await expect(drafts.getByText('None yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => draftTexts(page)).toEqual(['print("to be deleted")']);
});

test('a draft that cannot be read is left as it is, and can be taken away', async ({ editor, page }) => {
  await editor.open();
  await page.evaluate(() => {
    const open = indexedDB.open('keyval-store');
    return new Promise<void>((resolve) => {
      open.onsuccess = () => {
        const write = open.result.transaction('keyval', 'readwrite');
        write.objectStore('keyval').put({ code: 7, place: 'python' }, 'draft:broken');
        write.oncomplete = () => resolve();
      };
    });
  });
  await editor.open();
  await editor.write('print("goes on")');
  await openDrafts(page);
  await expect(page.getByText('A draft here cannot be read. It is left as it is.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download it' }).click();
  expect((await download).suggestedFilename()).toBe('draft-broken.json');
});

test('a browser that keeps nothing says so once, and still runs', async ({ editor, page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await editor.open();
  await editor.write('print("not kept")');
  await expect(page.getByText('This browser has no room left')).toHaveCount(1);
  await editor.run.click();
  await expect(editor.output.getByText('not kept')).toBeVisible();
});

async function openDrafts(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Drafts');
  await page.getByRole('option', { name: 'Drafts' }).click();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toBeVisible();
}

/** The code of every draft that this browser keeps. */
async function draftTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const open = indexedDB.open('keyval-store');
        open.onsuccess = () => {
          const store = open.result.transaction('keyval').objectStore('keyval');
          const keys = store.getAllKeys();
          const values = store.getAll();
          values.onsuccess = () =>
            resolve(
              values.result.flatMap((value, index) =>
                String(keys.result[index]).startsWith('draft:') ? [value.code] : [],
              ),
            );
        };
      }),
  );
  return texts.toSorted();
}
