import { parseArgs } from 'node:util';
import { addedFilePath, addLanguages, removeLanguages } from '#server/languages/added-file.ts';
import type { Catalog } from '#server/languages/catalog.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { conduct } from './conduct.ts';
import { buildImages } from './images.ts';
import { othersImages, removeImages, tableOf } from './language-images.ts';
import { tellUntilSettled } from './languages.ts';
import { testLanguages } from './languages-test.ts';
import { readSettings, type Settings } from './settings.ts';
import { step } from './step.ts';

const usage = `npm run languages -- list                 every language, and whether this machine has it
npm run languages -- add go rust          build them; a server that runs takes them up
npm run languages -- remove go            take them back, and their images with them
npm run languages -- test python go       run the whole matrix on them, write docs/LANGUAGES.md
--all in the place of names is every language.`;

/** `npm run languages`: which languages this machine has, and whether they are as promised. */
export const main = () => conduct(command, { exitCodeWhenStopped: 130 });

async function command(stop: AbortSignal): Promise<number> {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(3),
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  const [action, ...names] = positionals;
  const actions = { list, add, remove, test };
  const isKnown = action !== undefined && Object.hasOwn(actions, action);
  const isWhole = action === 'list' ? names.length === 0 : values.all !== names.length > 0;
  if (!isKnown || !isWhole) throw new Error(usage);
  const settings = readSettings(process.env);
  const catalog = await readCatalog('languages', idsOf(await readCatalog('languages', []), names));
  return await actions[action as keyof typeof actions](settings, catalog, stop);
}

/** Languages may be named as requests name them: `golang`. */
function idsOf(catalog: Catalog, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const found = catalog.find(name);
    if (found) return found.id;
    const near = catalog.nearest(name);
    const hint =
      near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'npm run languages -- list names them.';
    throw new Error(`There is no language ${name}. ${hint}`);
  });
}

async function list({ config }: Settings, catalog: Catalog): Promise<number> {
  console.log(await tableOf(config, catalog));
  return 0;
}

/** By the server that runs here, which shows how far it is to everybody; where none runs, here and now. */
async function add(settings: Settings, catalog: Catalog, stop: AbortSignal): Promise<number> {
  const { config } = settings;
  refuseUnlessOffered(settings, catalog);
  const ids = catalog.all().map(({ id }) => id);
  addLanguages(addedFilePath(config.DATA_DIR), ids, new Date());
  const told = await tellUntilSettled({ server: settings, ids }, stop);
  if (told !== undefined) return told.every(({ state }) => state.status === 'ready') ? 0 : 1;
  await withEngine(settings, stop);
  let failed = 0;
  for (const language of catalog.all()) {
    const { name } = language.manifest;
    await step(name, 'building its image', () =>
      buildImages(config, catalog.toBuildFor(language), stop),
    ).catch((error) => {
      stop.throwIfAborted();
      console.error(`✗ ${error.message}`);
      failed += 1;
    });
  }
  return failed === 0 ? 0 : 1;
}

async function remove(settings: Settings, catalog: Catalog, stop: AbortSignal): Promise<number> {
  const { config } = settings;
  const core = catalog.all().find(({ manifest }) => manifest.core !== undefined);
  if (core)
    throw new Error(`${core.manifest.name} is of the core: to offer less, name what to offer in LANGUAGES.`);
  const ids = catalog.all().map(({ id }) => id);
  removeLanguages(addedFilePath(config.DATA_DIR), ids);
  await tellUntilSettled({ server: settings, ids, isGone: true }, stop);
  const removed = await removeImages(config, catalog.all(), stop);
  console.log(`✓ Languages   ${ids.join(', ')} removed; ${removed} images with them`);
  for (const name of await othersImages(config, catalog.all()))
    console.log(`· Languages   ${name} stays: another installation on this engine made it`);
  return 0;
}

async function test(settings: Settings, catalog: Catalog, stop: AbortSignal): Promise<number> {
  await withEngine(settings, stop);
  const faults = await testLanguages(settings, catalog, stop);
  for (const fault of faults) console.error(`✗ ${fault}`);
  console.log(faults.length === 0 ? '✓ All hold' : `✗ ${faults.length} do not hold`);
  return faults.length === 0 ? 0 : 1;
}

/** In a container there is no set-up to be had, and no need of it: the server there has its engine. */
async function withEngine(settings: Settings, stop: AbortSignal): Promise<void> {
  const { prepareEngine } = await import('./prepare.ts');
  await prepareEngine(settings, stop);
}

function refuseUnlessOffered({ config }: Settings, catalog: Catalog): void {
  const named = config.LANGUAGES;
  const missing = catalog.all().find(({ id }) => named.length > 0 && !named.includes(id));
  if (missing)
    throw new Error(
      `LANGUAGES names what this server offers, and ${missing.id} is not among it: name it there.`,
    );
}
