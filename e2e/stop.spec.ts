import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test('Run turns into Stop, and Stop ends the program at once', async ({ editor }) => {
  await editor.open();
  await editor.write('import time\nprint("up")\nwhile True:\n    time.sleep(1)');
  await editor.run.click();
  await expect(editor.output).toContainText('up');
  await editor.stop.click();
  await expect(editor.end('Stopped by you')).toBeVisible();
  await expect(editor.run).toBeEnabled();
});

test('a program that never ends is stopped at its limit, and the words name the limit', async ({
  editor,
}) => {
  test.setTimeout(40_000);
  await editor.open();
  await editor.write('while True:\n    pass');
  await editor.run.click();
  await expect(editor.end(/Stopped at the 10 s limit/)).toBeVisible({ timeout: 20_000 });
});

test('a program that needs too much memory is told so in numbers', async ({ editor }) => {
  await editor.open();
  await editor.write('x = bytearray(10**9)');
  await editor.run.click();
  await expect(editor.end(/Out of memory: used the whole 128 MB/)).toBeVisible();
});

test('leaving the page stops the program', async ({ editor, page, request }) => {
  const before = await runsThatTheirClientLeft(request);
  await editor.open();
  await editor.write('print("up")\nwhile True:\n    pass');
  await editor.run.click();
  await expect(editor.output).toContainText('up');
  await page.goto('about:blank');
  await expect.poll(() => runsThatTheirClientLeft(request)).toBe(before + 1);
});

async function runsThatTheirClientLeft(request: APIRequestContext): Promise<number> {
  const port = process.env['E2E_PORT'] ?? '8182';
  const metrics = await (await request.get(`http://localhost:${port}/metrics`)).text();
  const counts = [...metrics.matchAll(/^bugdrill_runs_total\{.*outcome="client_gone".*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
