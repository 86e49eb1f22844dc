import type { Catalog } from '#server/languages/catalog.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { conduct } from './conduct.ts';
import { testLanguages } from './languages-test.ts';
import { prepareEngine } from './prepare.ts';
import { readSettings } from './settings.ts';

const usage = `npm run languages -- test python go   build them, run the whole matrix, write docs/LANGUAGES.md
npm run languages -- test --all       the same of every language`;

/** `npm run languages`: which languages this machine has, and whether they are as promised. */
export const main = () => conduct(command, { exitCodeWhenStopped: 130 });

async function command(stop: AbortSignal): Promise<number> {
  const [action, ...names] = process.argv.slice(3);
  if (action !== 'test' || names.length === 0) throw new Error(usage);
  const settings = readSettings(process.env);
  const catalog = await chosen(names);
  await prepareEngine(settings, stop);
  const faults = await testLanguages(settings, catalog, stop);
  console.log(faults.length === 0 ? '✓ All hold' : `✗ ${faults.length} do not hold`);
  return faults.length === 0 ? 0 : 1;
}

function chosen(names: readonly string[]): Promise<Catalog> {
  return readCatalog('languages', names.includes('--all') ? [] : names);
}
