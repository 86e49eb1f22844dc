import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens the page as fingers find it, and waits until the editor takes text and the server is connected. */
async function openTouch(page: Page, path = '/?lang=python'): Promise<Locator> {
  await page.goto(path);
  const code = page.getByRole('textbox', { name: /^Code, / });
  await expect(code).toHaveClass(/cm-content/);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  return code;
}

/** Replaces the whole code, as a keyboard on the screen hands over what was dictated or pasted. */
async function write(page: Page, code: Locator, text: string): Promise<void> {
  await code.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

const key = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Keys' }).getByRole('button', { name, exact: true });

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.describe('on a phone', () => {
  test.use(phone);

  test('the code stands where the server drew it when the editor takes its place', async ({
    page,
    browser,
    baseURL,
  }) => {
    const still = await browser.newPage({ ...phone, javaScriptEnabled: false, baseURL: baseURL ?? '' });
    await still.goto('/?lang=python');
    const drawn = await still.locator('.line span').first().boundingBox();
    await still.close();
    await openTouch(page);
    const edited = await page.locator('.cm-line span').first().boundingBox();
    expect(edited?.x).toBeCloseTo(drawn?.x ?? 0, 0);
    expect(edited?.y).toBeCloseTo(drawn?.y ?? 0, 0);
    expect(
      await page
        .locator('.cm-line')
        .first()
        .evaluate((line) => getComputedStyle(line).fontSize),
    ).toBe('16px');
  });

  test('a drill opens at its top, whatever the editor does', async ({ page, request }) => {
    const tests = [{ stdin: '4\n', expected: '16\n' }];
    const statement = 'Print the square of what is read.\n\n'.repeat(9);
    const data = { language: 'python', code: 'n = int(input())\n', statement, tests };
    const { id } = await (await request.post('/api/v1/snippets', { data })).json();
    await page.goto(`/drill/${id}`);
    await expect(page.locator('.cm-content')).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  test('Run shows the output, and a mark leads to the line and says what is wrong', async ({ page }) => {
    const code = await openTouch(page);
    await write(page, code, 'print("out")\nopen("gone")');
    await page.getByRole('button', { name: 'Run', exact: true }).tap();
    await expect(page.getByRole('button', { name: 'Output', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(code).toBeHidden();
    await page.getByRole('button', { name: 'Go to line 2' }).tap();
    await expect(code).toBeFocused();
    await expect(page.locator('.cm-activeLine')).toHaveText('open("gone")');
    await page.locator('.cm-lint-marker').tap();
    await expect(page.getByText(/No such file or directory/).first()).toBeVisible();
  });

  test('a stroke to the right goes back from the output to the code, a stroke down does not', async ({
    page,
  }) => {
    const code = await openTouch(page);
    await page.getByRole('button', { name: 'Output', exact: true }).tap();
    await expect(code).toBeHidden();
    await stroke(page, { x: 120, y: 300 }, { x: 130, y: 600 });
    await expect(code).toBeHidden();
    await stroke(page, { x: 60, y: 400 }, { x: 300, y: 410 });
    await expect(code).toBeVisible();
  });

  test('the keys write, move, indent and take back, and the focus stays in the code', async ({ page }) => {
    const code = await openTouch(page);
    await write(page, code, 'x');
    for (const name of ['Opening parenthesis', 'Double quote', 'Right', 'Right', 'Semicolon'])
      await key(page, name).tap();
    await expect(page.locator('.cm-line')).toHaveText(['x("");']);
    await key(page, 'Tab').tap();
    await expect(page.locator('.cm-line')).toHaveText(['x("");    ']);
    await key(page, 'Undo').tap();
    await expect(page.locator('.cm-line')).toHaveText(['x("");']);
    await key(page, 'Redo').tap();
    await expect(page.locator('.cm-line')).toHaveText(['x("");    ']);
    await expect(code).toBeFocused();
    const { width, height } = (await key(page, 'Semicolon').boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  });

  test('what was copied is pasted, and a browser that refuses is told in words', async ({
    page,
    context,
  }) => {
    const code = await openTouch(page);
    await write(page, code, '# ');
    await key(page, 'Paste').tap();
    await expect(page.getByText(/Touch and hold in the code to paste/)).toBeVisible();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('one\r\ntwo'));
    await key(page, 'Paste').tap();
    await expect(page.locator('.cm-line')).toHaveText(['# one', 'two']);
  });

  test('formatting is one step to take back, and what was typed before it another', async ({ page }) => {
    const code = await openTouch(page, '/?lang=javascript');
    await write(page, code, 'let x=1');
    await page.keyboard.press('Shift+Alt+F');
    await expect(page.locator('.cm-line').first()).toHaveText('let x = 1;');
    await key(page, 'Undo').tap();
    await expect(page.locator('.cm-line')).toHaveText(['let x=1']);
  });

  for (const look of ['light', 'dark']) {
    test(`there are no accessibility faults, ${look}`, async ({ page, baseURL }) => {
      await page.context().addCookies([{ name: 'look', value: `${look}.system`, url: baseURL ?? '' }]);
      const code = await openTouch(page);
      await write(page, code, 'print("out")\nopen("gone")');
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Run', exact: true }).tap();
      await page.getByRole('button', { name: 'Go to line 2' }).tap();
      await page.locator('.cm-lint-marker').tap();
      await expect(page.locator('.cm-diagnostic').first()).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });
  }
});

test.describe('on a tablet', () => {
  test.use({ ...phone, viewport: { width: 768, height: 1024 } });

  test('the output stands under the code, and both are seen', async ({ page }) => {
    const code = await openTouch(page);
    await write(page, code, 'print("seen")');
    await page.getByRole('button', { name: 'Run', exact: true }).tap();
    const output = page.getByRole('log');
    await expect(output).toContainText('seen');
    await expect(code).toBeVisible();
    expect((await output.boundingBox())!.y).toBeGreaterThan(
      (await page.locator('.cm-editor').boundingBox())!.y,
    );
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger that moves over the screen, as the browser is told of it. */
async function stroke(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
