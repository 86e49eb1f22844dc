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

test('a flood of output does not freeze the tab, and its end is there', async ({ editor, page, browser }) => {
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
  await browser.startTracing(page, { categories: ['toplevel'] });
  await editor.run.click();
  // To look for words in all that is drawn, again and again, would take longer than to draw it.
  const end = page.locator('p[data-tone]');
  await expect(end).toBeVisible({ timeout: 60_000 });
  await expect(end).toHaveText(/Stopped at the 10 s limit|Output stopped/);
  await expect(editor.output).toContainText('x'.repeat(99));
  // By CPU time: how long a task stands still on a busy machine says nothing of the page.
  expect(longestTaskMs(await browser.stopTracing())).toBeLessThan(200);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Nothing has run yet.')).toBeVisible();
});

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The CPU time of the longest task of any page's main thread, by Chromium's trace of them. */
function longestTaskMs(trace: Buffer): number {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace.toString());
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const mainThreads = new Set(mains.map(threadOf));
  const tasks = traceEvents.filter((event) => event.ph === 'X' && mainThreads.has(threadOf(event)));
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}
