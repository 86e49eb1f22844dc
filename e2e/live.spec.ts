import { expect, test } from './fixtures.ts';

test('a program that prints once a second is seen once a second', async ({ editor }) => {
  await editor.open();
  await editor.write('import time\nfor i in range(4):\n    print("tick", i)\n    time.sleep(1)');
  await editor.page.evaluate(() => {
    const seen: [number, string][] = [];
    Object.assign(window, { seen });
    const look = () => {
      const log = document.querySelector('[role=log]');
      if (log) seen.push([performance.now(), log.textContent ?? '']);
    };
    const watched = { childList: true, subtree: true, characterData: true };
    new MutationObserver(look).observe(document.body, watched);
  });
  await editor.run.click();
  await expect(editor.end('Exit 0')).toBeVisible({ timeout: 15_000 });
  const seen = await editor.page.evaluate(() => (window as unknown as { seen: [number, string][] }).seen);
  const shown = [0, 1, 2, 3].map((tick) => seen.find(([, text]) => text.includes(`tick ${tick}`)));
  for (const [tick, state] of shown.slice(0, 3).entries()) {
    expect(state?.[1]).not.toContain(`tick ${tick + 1}`);
  }
  expect((shown[3]?.[0] ?? 0) - (shown[0]?.[0] ?? 0)).toBeGreaterThan(2_000);
});

test('two tabs run at once, and each sees its own program', async ({ context }) => {
  const { EditorPage } = await import('./editor-page.ts');
  const tabs = [new EditorPage(await context.newPage()), new EditorPage(await context.newPage())];
  for (const [index, tab] of tabs.entries()) {
    await tab.open();
    await tab.write(`import time\nfor i in range(3):\n    print("tab ${index} line", i)\ntime.sleep(0.5)`);
  }
  await Promise.all(tabs.map((tab) => tab.run.click()));
  for (const [index, tab] of tabs.entries()) {
    await expect(tab.output).toContainText(`tab ${index} line 2`, { timeout: 15_000 });
    await expect(tab.output).not.toContainText(`tab ${1 - index}`);
  }
});
