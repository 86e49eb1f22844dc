import { resolve } from 'node:path';
import { type Config, proxiesOf } from '#server/config.ts';
import { LanguageBuilds } from '#server/languages/builds.ts';
import type { Language } from '#server/languages/language.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { DockerImages } from '#server/sandbox/docker-images.ts';
import { readInstanceId } from '#server/sandbox/instance-id.ts';
import { readCore } from '../languages/core.ts';
import { languageOfTheDay } from '../languages/rotation.ts';
import { readReports } from './language-reports.ts';

/**
 * The images that the tests run programs in, made by the server's own code: of the core, and of the languages that are tested
 * with it. Answers their languages.
 */
export async function buildTestedImages(
  config: Config,
  also: readonly string[],
  stop: AbortSignal,
): Promise<string> {
  const core = await readCore('languages');
  const catalog = await readCatalog('languages', [...core.map(({ id }) => id), ...also]);
  return await buildImages(config, catalog.toBuild(), stop);
}

/** By the table that the matrix was last written to; none before there is one. */
export async function readLanguageOfTheDay(date: Date): Promise<readonly string[]> {
  const core = await readCore('languages');
  const today = languageOfTheDay(
    readReports(),
    core.map(({ id }) => id),
    date,
  );
  return today === undefined ? [] : [today];
}

/** Answers the names of the languages. Throws when one of their images could not be built. */
export async function buildImages(
  config: Config,
  languages: readonly Language[],
  stop: AbortSignal,
): Promise<string> {
  const builder = new DockerImages(await findEngine(config), {
    instance: await readInstanceId(config.DATA_DIR),
    dataDir: config.DATA_DIR,
    agentFolder: resolve('agent'),
    proxies: proxiesOf(config),
  });
  await using builds = new LanguageBuilds({ languages, builder });
  const giveUp = () => void builds[Symbol.asyncDispose]();
  stop.addEventListener('abort', giveUp, { once: true });
  await builds.finished;
  stop.removeEventListener('abort', giveUp);
  stop.throwIfAborted();
  refuseFailed(languages);
  return languages.map(({ manifest }) => manifest.name).join(', ');
}

function refuseFailed(languages: readonly Language[]): void {
  for (const { manifest, state } of languages) {
    if (state.status === 'failed')
      throw new Error(`The image of ${manifest.name} could not be built: ${state.reason}`);
  }
}
