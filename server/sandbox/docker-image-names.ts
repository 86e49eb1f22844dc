import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { labels } from './docker-labels.ts';

/** On every image of ours: its repository; on a language's also the version that it told when it was built. */
export const imageLabel = 'bugdrill.image';
export const versionLabel = 'bugdrill.version';
/** On a language's own image: how long it took to be built, in seconds, with what it is built on where that was new. */
export const buildSecondsLabel = 'bugdrill.build-seconds';

/** Where a language's images are kept, each under the hash of what it is made of. */
export function languageRepository(id: string): string {
  return `bugdrill-lang-${id}`;
}

/** An image and the server it belongs to. */
export interface OwnedImage {
  readonly repository: string;
  readonly tag: string;
  readonly instance: string;
}

export interface FoundImage {
  readonly id: string;
  /** With all that it is built on. */
  readonly bytes: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** Undefined when the engine has no such image. */
export async function findImage(engine: Dockerode, name: string): Promise<FoundImage | undefined> {
  try {
    const { Id, Size, Config } = await engine.getImage(name).inspect();
    return { id: Id, bytes: Size, labels: Config?.Labels ?? {} };
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

/** Takes the name away, and the image with its last one; not when it is gone already or a container still uses it. */
export async function removeImage(engine: Dockerode, name: string): Promise<void> {
  try {
    await engine.getImage(name).remove();
  } catch (error) {
    if (!hasStatus(error, 404) && !hasStatus(error, 409)) throw error;
  }
}

/** Removes what `tag` replaces: the other images that this server made for the repository. */
export async function removeOldImages(
  engine: Dockerode,
  { repository, tag, instance }: OwnedImage,
): Promise<void> {
  const images = await listImages(engine, { repository, instance });
  for (const { name } of images) if (name !== tag) await removeImage(engine, name);
}

/** The images of a repository, by name, newest first; of one server's only, when it is named. */
export async function listImages(
  engine: Dockerode,
  { repository, instance }: { readonly repository: string; readonly instance?: string },
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  const owner = instance === undefined ? [] : [`${labels.instance}=${instance}`];
  const images = await engine.listImages({ filters: { label: [`${imageLabel}=${repository}`, ...owner] } });
  return images
    .toSorted((one, other) => other.Created - one.Created)
    .flatMap(({ RepoTags, Size }) => (RepoTags ?? []).map((name) => ({ name, bytes: Size })))
    .filter(({ name }) => name.startsWith(`${repository}:`));
}

/** Removes the unnamed leftovers of a repository's builds: stages from which the image only copied. */
export async function removeStages(engine: Dockerode, repository: string): Promise<void> {
  await engine.pruneImages({ filters: { dangling: ['true'], label: [`${imageLabel}=${repository}`] } });
}

/** Short; equal for equal files, names and contents, and equal other things that an image is made of, and only for these. */
export async function hashInputs(folder: string, files: readonly string[], others: unknown): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file), 'base64')));
  const inputs = { files: files.map((file, index) => [file, contents[index]]), others };
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === status;
}
