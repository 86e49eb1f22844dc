import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#server/config.ts';
import { addedFilePath, readAdded } from '#server/languages/added-file.ts';
import type { Catalog } from '#server/languages/catalog.ts';
import type { Language } from '#server/languages/language.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { languageRepository, listImages, removeOldImages } from '#server/sandbox/docker-image-names.ts';
import { readInstanceId } from '#server/sandbox/instance-id.ts';

const MB = 1_000_000;
/** Runs that still go on keep their image; they are over soon. */
const patienceMs = 70_000;
const betweenMs = 500;

/** Every language with what this machine has of it, a line each. */
export async function tableOf(config: Config, catalog: Catalog): Promise<string> {
  const engine = await findEngine(config);
  const added = readAdded(addedFilePath(config.DATA_DIR));
  const lines = catalog.all().map(async ({ id, manifest, imageOf, isWhole, state }) => {
    const [image] = await listImages(engine, { repository: languageRepository(id) });
    const isOfCore = catalog.all().some((other) => other.id === (imageOf ?? id) && other.manifest.core);
    const wish = isOfCore ? 'core' : added[id] ? 'added' : '';
    const size = image ? `${Math.round(image.bytes / MB)} MB` : 'not built';
    const fault = !isWhole && state.status === 'failed' ? state.reason : '';
    return `${id.padEnd(14)} ${manifest.name.padEnd(18)} ${wish.padEnd(6)} ${size.padEnd(10)} ${fault}`.trimEnd();
  });
  return (await Promise.all(lines)).join('\n');
}

/** Removes the images that were made here for these languages; answers how many there were. */
export async function removeImages(
  config: Config,
  languages: readonly Language[],
  stop: AbortSignal,
): Promise<number> {
  const engine = await findEngine(config);
  const instance = await readInstanceId(config.DATA_DIR);
  let removed = 0;
  for (const { id } of languages) {
    const repository = languageRepository(id);
    const deadline = performance.now() + patienceMs;
    const before = (await listImages(engine, { repository, instance })).length;
    await removeOldImages(engine, { repository, instance, tag: '' });
    while ((await listImages(engine, { repository, instance })).length > 0) {
      if (performance.now() > deadline)
        throw new Error(`The image of ${id} is still in use. Try again later.`);
      await pause(betweenMs, undefined, { signal: stop });
      await removeOldImages(engine, { repository, instance, tag: '' });
    }
    removed += before;
  }
  return removed;
}

/** The images of these languages that are left. */
export async function othersImages(
  config: Config,
  languages: readonly Language[],
): Promise<readonly string[]> {
  const engine = await findEngine(config);
  const images = languages.map(({ id }) => listImages(engine, { repository: languageRepository(id) }));
  return (await Promise.all(images)).flat().map(({ name }) => name);
}
