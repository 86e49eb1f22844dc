import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const screen = (page: Page) => page.locator('.xterm-rows');

async function chooseTerminal(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('button', { name: 'Terminal' }).click();
}

test('a program has a terminal: it is told so, gets every key, and draws where it likes', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.write(`import os, sys, termios, tty
print(sys.stdin.isatty(), os.get_terminal_size().columns > 20)
tty.setcbreak(0)
key = sys.stdin.read(1)
print("\\033[2J\\033[3;5Hkey " + key)`);
  await chooseTerminal(page);
  await editor.run.click();
  await expect(screen(page)).toContainText('True True');
  await page.keyboard.press('q');
  await expect(screen(page)).toContainText('key q');
  await expect(screen(page)).not.toContainText('True True');
  await expect(editor.end('Exit 0')).toBeVisible();
});

test('Ctrl+C interrupts the program, and its screen can be read as a log', async ({ editor, page }) => {
  await editor.open();
  await editor.write(`import time
try:
    print("waits")
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted")`);
  await chooseTerminal(page);
  await editor.run.click();
  await expect(screen(page)).toContainText('waits');
  await page.keyboard.press('Control+c');
  await expect(screen(page)).toContainText('interrupted');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(editor.output).toContainText('interrupted');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(screen(page)).toContainText('interrupted');
});

test('the program hears of a new size of its terminal', async ({ editor, page }) => {
  await editor.open();
  await editor.write(`import os, signal, time
def told(*_): print("now", os.get_terminal_size().columns, flush=True)
signal.signal(signal.SIGWINCH, told)
print("columns", os.get_terminal_size().columns, flush=True)
end = time.time() + 8
while time.time() < end: time.sleep(0.1)`);
  await chooseTerminal(page);
  await editor.run.click();
  await expect(screen(page)).toContainText('columns');
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(screen(page)).toContainText(/now \d+/);
});
