import type { Page } from '@playwright/test';
import { EditorPage } from './editor-page.ts';
import { expect, test, watch } from './fixtures.ts';

/** Opens the settings and leaves only those that a text finds. */
async function openSettings(page: Page, text: string) {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const search = dialog.getByRole('searchbox', { name: 'Find a setting' });
  await expect(search).toBeFocused();
  await search.fill(text);
  return dialog;
}

const codeSize = (page: Page) => page.locator('.monaco-editor .view-lines').first();

test('a setting is found by typing, and holds in another tab and after a reload', async ({
  editor,
  page,
  context,
}) => {
  await editor.open();
  const other = await context.newPage();
  const complaints = watch(other);
  await new EditorPage(other).open();
  await page.bringToFront();
  const dialog = await openSettings(page, 'font size');
  await expect(dialog.getByText('Saved in this browser; not part of links.')).toBeVisible();
  const size = dialog.getByRole('spinbutton', { name: 'Font size' });
  await size.fill('99');
  await expect(dialog.getByText('11 to 24 pixels')).toBeVisible();
  await size.fill('20');
  await expect(codeSize(page)).toHaveCSS('font-size', '20px');
  await expect(codeSize(other)).toHaveCSS('font-size', '20px');
  await other.close();
  expect(complaints).toEqual([]);
  await editor.open();
  await expect(codeSize(page)).toHaveCSS('font-size', '20px');
  await page.keyboard.press('Control+Alt+-');
  await expect(codeSize(page)).toHaveCSS('font-size', '19px');
  await (await openSettings(page, 'font size')).getByRole('button', { name: 'Reset: Font size' }).click();
  await expect(size).toBeFocused();
  await expect(codeSize(page)).toHaveCSS('font-size', '13px');
});

test('code is written in a font that comes with the page, and no other is loaded', async ({
  editor,
  page,
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  await editor.open();
  const dialog = await openSettings(page, 'font');
  await dialog.getByLabel('Font', { exact: true }).fill('JetBrains Mono');
  await page.keyboard.press('Escape');
  await expect(codeSize(page)).toHaveCSS('font-family', /^"JetBrains Mono Variable"/);
  expect(await page.evaluate(() => document.fonts.check('13px "JetBrains Mono Variable"'))).toBe(true);
  const others = fonts.filter((path) => !/geist|jetbrains|codicon/i.test(path));
  expect(others).toEqual([]);
});

test('keys are chosen by pressing them; those of another command are taken only when that is wanted', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("to be cleared")');
  await editor.run.click();
  await expect(editor.output).toContainText('to be cleared');
  const dialog = await openSettings(page, 'clear the output');
  await dialog.getByRole('button', { name: 'Add keys: Clear the output' }).click();
  await page.keyboard.press('x');
  await expect(dialog.getByRole('alert')).toContainText('These keys type or move.');
  await page.keyboard.press('Control+w');
  await expect(dialog.getByRole('alert')).toContainText('closes the tab');
  await page.keyboard.press('Control+j');
  await expect(dialog.getByRole('alert')).toContainText('“Hide or show the right pane”, which would lose it');
  await dialog.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(dialog.getByRole('button', { name: /^Ctrl\+J/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Add keys: Clear the output' }).click();
  await page.keyboard.press('Control+j');
  await dialog.getByRole('button', { name: 'Use Ctrl+J' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+j');
  await expect(page.getByText('Nothing has run yet.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Output' })).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('clear the');
  await expect(page.getByRole('option')).toHaveText([/Clear the output.*Ctrl\+J/]);
  await page.keyboard.press('Escape');
  await (await openSettings(page, 'shortcuts')).getByRole('button', { name: 'Reset all keys' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('tab', { name: 'Output' })).not.toBeInViewport();
});

test('Ctrl+S does what was chosen, and buttons name the keys that they have now', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("run by Ctrl+S")');
  await expect(editor.run).toHaveAttribute('title', 'Run (Ctrl+Enter)');
  const dialog = await openSettings(page, 'ctrl+s does');
  await dialog.getByRole('combobox', { name: 'What Ctrl+S does' }).selectOption('Runs the code');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toHaveAttribute('title', 'Share');
  await page.keyboard.press('Control+s');
  await expect(editor.output).toContainText('run by Ctrl+S');
});

test('vim edits, shows its mode, and knows the commands of the page', async ({ editor, page }) => {
  await editor.open();
  await editor.write('gone()');
  const dialog = await openSettings(page, 'vim');
  await dialog.getByRole('combobox', { name: 'Keys' }).selectOption('vim');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const mode = page.getByRole('status', { name: 'Mode' });
  await expect(mode).toHaveText('NORMAL');
  await editor.code.click();
  await page.keyboard.type('ggdGi');
  await expect(mode).toHaveText('INSERT');
  await page.keyboard.type('print("from vim")');
  await page.keyboard.press('Escape');
  await expect(mode).toHaveText('NORMAL');
  await expect(editor.code).toHaveText('print("from vim")');
  await page.keyboard.type('>>');
  await expect(editor.code).toHaveText(/^\s+print/);
  await page.keyboard.type('u:run');
  await page.keyboard.press('Enter');
  await expect(editor.output).toContainText('from vim');
  await editor.code.click();
  await page.keyboard.type(':w');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link created')).toBeVisible();
  await page.keyboard.press('Escape');
  await editor.code.click();
  await page.keyboard.type(':nosuch');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Not an editor command/)).toBeVisible();
});

test('emacs’ keys write in CodeMirror, Ctrl+K among them', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('bugdrill.settings', '{"version":1,"keymap":"emacs"}'));
  await page.goto('/?lang=python');
  await expect(page.locator('.cm-emacsMode')).toBeVisible();
  const code = page.locator('.cm-content');
  await code.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('two');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+y');
  await expect(code.locator('.cm-line').first()).toHaveText('import systwo');
});

test('with vim Escape stays in the code; Ctrl+M lets Tab leave it', async ({ editor, page }) => {
  await page.addInitScript(() => localStorage.setItem('bugdrill.settings', '{"version":1,"keymap":"vim"}'));
  await editor.open();
  await expect(page.getByRole('status', { name: 'Mode' })).toHaveText('NORMAL');
  await editor.code.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('#editor :focus')).toHaveCount(1);
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(page.locator('#editor :focus')).toHaveCount(0);
});

test('settings that are none are as usual', async ({ editor, page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('bugdrill.settings', '{"version":1,"fontSize":"</script>'),
  );
  await editor.open();
  await expect(codeSize(page)).toHaveCSS('font-size', '13px');
});

test('where the browser keeps nothing a setting holds as long as the page is open', async ({
  editor,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await editor.open();
  await page.keyboard.press('Control+Alt+=');
  await expect(codeSize(page)).toHaveCSS('font-size', '14px');
});

test('Restart stops what runs and runs what is written now', async ({ editor, page }) => {
  await editor.open();
  await editor.write('import time\nprint("the first", flush=True)\ntime.sleep(9)');
  const dialog = await openSettings(page, 'restart');
  await dialog.getByRole('checkbox', { name: 'Restart on Run' }).check();
  await (await searchFor(dialog, 'clear')).getByRole('checkbox', { name: 'Clear the output' }).uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await editor.run.click();
  await expect(editor.output).toContainText('the first');
  await editor.write('print("the second")');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(editor.output).toContainText('the second');
  await expect(editor.output).toContainText(/the first.*Run at .*the second/s);
  await expect(editor.end('Exit 0')).toBeVisible();
});

async function searchFor(dialog: Awaited<ReturnType<typeof openSettings>>, text: string) {
  await dialog.getByRole('searchbox', { name: 'Find a setting' }).fill(text);
  return dialog;
}

test('who starts with the template is offered the last draft', async ({ editor, page }) => {
  await editor.open();
  await editor.write('print("my draft")');
  const dialog = await openSettings(page, 'start with');
  await dialog.getByRole('combobox', { name: 'Start with' }).selectOption('The clean template');
  await editor.open();
  await expect(editor.code).not.toContainText('my draft');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(editor.code).toContainText('my draft');
});

test('everything is exported as one file, without the rights to edit links unless they are asked for', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write('print("exported")');
  await page.evaluate(() => localStorage.setItem('bugdrill.edit.abc', 'secret-token'));
  const dialog = await openSettings(page, 'export');
  const exported = async () => {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).click();
    const chunks = await (await (await download).createReadStream()).toArray();
    return Buffer.concat(chunks).toString();
  };
  await expect(async () => expect(await exported()).toContain('print(\\"exported\\")')).toPass();
  expect(await exported()).not.toContain('secret-token');
  await dialog.getByRole('checkbox', { name: /rights to edit your links/ }).check();
  expect(await exported()).toContain('secret-token');
});

test('everything is deleted once that was asked and answered, in all tabs', async ({
  editor,
  page,
  context,
}) => {
  await editor.open();
  await editor.write('print("to be forgotten")');
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible();
  await page.keyboard.press('Control+Alt+=');
  const other = await context.newPage();
  const complaints = watch(other);
  await new EditorPage(other).open();
  await expect(other.locator('.monaco-editor')).toContainText('to be forgotten');
  await page.bringToFront();
  const dialog = await openSettings(page, 'delete everything');
  await dialog.getByRole('button', { name: 'Delete…' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(dialog).toHaveCount(0);
  for (const tab of [page, other]) {
    await expect(codeSize(tab)).toHaveCSS('font-size', '13px');
    await expect(tab.locator('.monaco-editor .view-lines').first()).not.toContainText('to be forgotten');
  }
  expect(await page.evaluate(keptNames)).toEqual([]);
  await other.close();
  expect(complaints).toEqual([]);
});

/** The names of everything that the browser keeps for the page. */
async function keptNames(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('keyval-store');
    opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const asked = database.transaction('keyval').objectStore('keyval').getAllKeys();
    asked.onsuccess = () => resolve(asked.result);
  });
  return [
    ...keys.map(String),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    document.cookie,
  ].filter((name) => name !== '');
}
