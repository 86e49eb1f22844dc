import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { lastLines, mustRun, runCommand } from './command.ts';
import { hasApt, installPackages, isRoot } from './machine.ts';
import { CannotGoOn } from './step.ts';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the tests start a browser: the one that `ensureBrowser` chose, or else Playwright's own. */
export function browserLaunch(executablePath = process.env['BROWSER_PATH']): LaunchOptions {
  // Chromium refuses its own sandbox to root.
  const args = isRoot() ? [...quietFlags, '--no-sandbox'] : quietFlags;
  return executablePath ? { executablePath, args } : { args };
}

/** Finds a browser that starts, or installs one: Playwright's own, or else Debian's. Answers where it is. */
export async function ensureBrowser(stop: AbortSignal): Promise<string> {
  const found = await firstThatStarts();
  if (found) return found;
  const said = await install(stop);
  const installed = await firstThatStarts();
  if (installed) return installed;
  const sentence = `No browser that starts could be installed: ${lastLines(said, 2)}`;
  throw new CannotGoOn(sentence, 'npx playwright install --with-deps chromium');
}

async function install(signal: AbortSignal): Promise<string> {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  const cli = [process.execPath, 'node_modules/playwright/cli.js'];
  const download = await runCommand([...cli, 'install', 'chromium'], { signal, env });
  if (!isRoot() || !hasApt()) return download.output;
  if (download.exitCode !== 0) await installPackages(['chromium'], signal);
  else if (!(await starts(chromium.executablePath())))
    await mustRun([...cli, 'install-deps', 'chromium'], { signal });
  return download.output;
}

async function firstThatStarts(): Promise<string | undefined> {
  const candidates = [process.env['BROWSER_PATH'] ?? '', chromium.executablePath(), ...systemBrowsers];
  for (const path of candidates.filter((candidate) => existsSync(candidate))) {
    if (await starts(path)) return path;
  }
  return undefined;
}

async function starts(path: string): Promise<boolean> {
  try {
    const browser = await chromium.launch(browserLaunch(path));
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
