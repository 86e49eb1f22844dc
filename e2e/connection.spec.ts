import { expect, test } from './fixtures.ts';
import { Wire } from './wire.ts';

test('a run goes on while the connection is lost, and no line is lost or doubled', async ({
  editor,
  page,
}) => {
  const wire = new Wire();
  await wire.lay(page);
  await editor.open();
  await editor.write('import time\nfor i in range(80):\n    print("line", i)\n    time.sleep(0.1)');
  await editor.run.click();
  await expect(editor.output).toContainText('line 5');
  await wire.cut();
  await expect(
    page.getByText(/Connection lost\. Trying again in \d+ s\. The program keeps running\./),
  ).toBeVisible();
  await page.waitForTimeout(5_000);
  wire.mend();
  await expect(editor.end('Exit 0')).toBeVisible({ timeout: 30_000 });
  const lines = ((await editor.output.textContent()) ?? '').trim().split('\n');
  expect(lines).toEqual(Array.from({ length: 80 }, (_, index) => `line ${index}`));
});

test('a run that ended while the connection was lost is shown whole, with its end', async ({
  editor,
  page,
}) => {
  const wire = new Wire();
  await wire.lay(page);
  await editor.open();
  await editor.write('import time\nprint("up")\ntime.sleep(2)\nprint("last words")\nraise SystemExit(3)');
  await editor.run.click();
  await expect(editor.output).toContainText('up');
  await wire.cut();
  await page.waitForTimeout(10_000);
  wire.mend();
  await expect(editor.end('Exit 3')).toBeVisible({ timeout: 30_000 });
  await expect(editor.output).toContainText('last words');
});

test('a server that cannot be reached is said so, and the code is still there', async ({ editor, page }) => {
  const wire = new Wire();
  await wire.lay(page);
  await editor.open();
  await wire.cut();
  await expect(
    page.getByText('The server is not reachable. Your code is saved in this browser.'),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(editor.run).toBeDisabled();
  wire.mend();
  await expect(page.getByText('Connected')).toBeVisible({ timeout: 30_000 });
  await expect(editor.run).toBeEnabled();
});

test('a flood of output does not freeze the tab, and its end is there', async ({ editor, page }) => {
  // As much as an operator may allow.
  await page.addInitScript(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
      const limits = '"run:start",{"limits":{"outputBytes":60000000},';
      send.call(this, typeof data === 'string' ? data.replace('"run:start",{', limits) : data);
    };
  });
  await editor.open();
  await editor.write('line = "x" * 99\nwhile True:\n    print(line)');
  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now() };
    Object.assign(window, { gaps });
    setInterval(() => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
    }, 20);
  });
  await editor.run.click();
  // To look for words in all that is drawn, again and again, would take longer than to draw it.
  const end = page.locator('p[data-tone]');
  await expect(end).toBeVisible({ timeout: 60_000 });
  await expect(end).toHaveText(/Stopped at the 10 s limit|Output stopped/);
  await expect(editor.output).toContainText('x'.repeat(99));
  const longest = await page.evaluate(
    () => (window as unknown as { gaps: { longest: number } }).gaps.longest,
  );
  // Its longest task takes 20 ms of CPU; two cores draw this, run the program and the servers, and more beside them.
  expect(longest).toBeLessThan(2_000);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Nothing has run yet.')).toBeVisible();
});
