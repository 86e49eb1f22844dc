import { rm } from 'node:fs/promises';
import { ensureTestImage, testEngine } from '../agent/testing/image.ts';
import { ensureBrowser } from './browser.ts';
import { checks } from './check.ts';
import { conduct, sentenceOf } from './conduct.ts';
import { type Counts, playwrightCounts, sum, vitestCounts } from './counts.ts';
import { failedInPlaywright, failedInVitest } from './failed-tests.ts';
import { buildTestedImages, readLanguageOfTheDay } from './images.ts';
import { containerOwners } from './leftovers.ts';
import { freePort } from './ports.ts';
import { prepareClient, prepareEngine } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { step } from './step.ts';
import { counted, runSuite, type Suite, type SuiteResult } from './suites.ts';
import { buildWeb } from './web-build.ts';

/** `npm test`: everything set up, every test run, and one last line that counts them. */
export const main = () => conduct(test, { exitCodeWhenStopped: 130 });

async function test(stop: AbortSignal): Promise<number> {
  const results: SuiteResult[] = [];
  try {
    for await (const result of runAll(readSettings(process.env), stop)) results.push(result);
  } catch (error) {
    stop.throwIfAborted();
    console.error(`✗ ${sentenceOf(error)}`);
    results.push(resultOf('Set-up', counted(false)));
  }
  return tellResults(results);
}

async function* runAll(settings: Settings, stop: AbortSignal): AsyncGenerator<SuiteResult> {
  await prepareEngine(settings, stop);
  await prepareClient(stop);
  let browser = '';
  await step('Browser', 'finding a browser, or installing one', async () => {
    browser = await ensureBrowser(stop);
    return browser;
  });
  const also = await readLanguageOfTheDay(new Date());
  await step('Languages', 'building the images of the core, and of the language of the day', () =>
    buildTestedImages(settings.config, also, stop),
  );
  await step('Test image', 'building what the agent’s tests run in', async () =>
    ensureTestImage(await testEngine()),
  );
  const owners = await containerOwners(settings.config);
  for (const suite of [...checks, unitTests(also)]) yield await runSuite(suite, stop);
  yield resultOf('Web build', await tryBuild(stop));
  yield await runSuite(await endToEndTests(browser), stop);
  yield resultOf('No container left', await nothingLeft(settings, owners));
}

const resultOf = (name: string, counts: Counts): SuiteResult => ({ name, counts, failed: [] });

const vitestReport = '.data/reports/vitest.json';
const unitTests = (also: readonly string[]): Suite => ({
  name: 'Unit and integration tests',
  argv: [
    'node_modules/.bin/vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ],
  env: { MATRIX_ALSO: also.join(',') },
  report: { path: vitestReport, read: vitestCounts, readFailed: failedInVitest },
});

async function endToEndTests(browser: string): Promise<Suite> {
  await rm('.data/e2e', { recursive: true, force: true });
  return {
    name: 'End-to-end tests',
    argv: ['node_modules/.bin/playwright', 'test'],
    env: {
      BROWSER_PATH: browser,
      E2E_WEB_PORT: String(await freePort()),
      E2E_PORT: String(await freePort()),
    },
    report: {
      path: '.data/reports/playwright.json',
      read: playwrightCounts,
      readFailed: failedInPlaywright,
    },
  };
}

async function tryBuild(stop: AbortSignal): Promise<Counts> {
  console.log('\n── Web build ──');
  try {
    await step('Web app', 'building it', () => buildWeb(stop));
    return counted(true);
  } catch (error) {
    stop.throwIfAborted();
    console.error(sentenceOf(error));
    return counted(false);
  }
}

/** Containers of an owner that was not there before the tests are theirs, and should be gone with them. */
async function nothingLeft({ config }: Settings, before: ReadonlySet<string>): Promise<Counts> {
  const left = [...(await containerOwners(config))].filter((owner) => !before.has(owner));
  if (left.length > 0) console.error(`✗ Containers were left behind by ${left.join(', ')}`);
  return counted(left.length === 0);
}

// What failed is told last: of a long log often only the end is kept.
function tellResults(results: readonly SuiteResult[]): number {
  console.log('\n── In sum ──');
  for (const { test, why } of results.flatMap(({ failed }) => failed)) console.log(`✗ ${test}\n  ${why}`);
  for (const { name, counts } of results)
    console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${inWords(counts)}`);
  const total = sum(results.map(({ counts }) => counts));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
