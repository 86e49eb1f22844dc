import { readdir } from 'node:fs/promises';
import type Dockerode from 'dockerode';
import type { BuildWatch } from '../languages/image-builder.ts';
import { buildImage } from './docker-build.ts';
import { debianImage, ensureDebian } from './docker-debian.ts';
import { findImage, hashInputs, imageLabel, removeOldImages, removeStages } from './docker-image-names.ts';
import { labels } from './docker-labels.ts';

const repository = 'bugdrill-base';

export interface BaseSettings {
  /** The folder of the agent's sources and Dockerfile. */
  readonly agentFolder: string;
  readonly instance: string;
  /** Given to every build: how it reaches the network. */
  readonly proxies: Readonly<Record<string, string>>;
}

/** The name of the image that every language's is built from: Debian with the agent in it. */
export async function ensureBase(
  engine: Dockerode,
  settings: BaseSettings,
  watch: BuildWatch,
): Promise<string> {
  const { agentFolder, instance, proxies } = settings;
  const debian = await ensureDebian(engine, watch);
  const src = (await readdir(agentFolder)).filter(isBuildInput).toSorted();
  const tag = `${repository}:${await hashInputs(agentFolder, src, debian)}`;
  if (await findImage(engine, tag)) return tag;
  const options = {
    buildargs: { ...proxies, DEBIAN: debianImage },
    labels: { [imageLabel]: repository, [labels.instance]: instance },
  };
  await buildImage(engine, { tag, context: { context: agentFolder, src }, options }, watch);
  await removeStages(engine, repository);
  await removeOldImages(engine, { repository, tag, instance });
  return tag;
}

/** What stands beside the sources, tests and pages, makes no other agent. */
function isBuildInput(file: string): boolean {
  return /^(Dockerfile|Makefile|.*\.[ch])$/.test(file);
}
