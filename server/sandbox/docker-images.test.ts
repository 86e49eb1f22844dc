import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContainerInfo } from 'dockerode';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import type { BuildProgress, BuildWatch, ImageRecipe } from '../languages/image-builder.ts';
import { ensureBase } from './docker-base.ts';
import { findEngine } from './docker-engine.ts';
import { imageLabel, removeStages } from './docker-image-names.ts';
import { DockerImages } from './docker-images.ts';
import { labels } from './docker-labels.ts';

const engine = await findEngine(readConfig({}));
const agentFolder = fileURLToPath(new URL('../../agent', import.meta.url));
const instance = `test-${randomBytes(4).toString('hex')}`;
const id = instance;
const repository = `bugdrill-lang-${id}`;
const greet = '#!/bin/sh\nif [ "$1" = --version ]; then echo "greet 1.2.3"; else cat "$1"; fi\n';
// The label is that of stages, so that layers of builds that fail are removed too.
const label = `LABEL ${imageLabel}=${repository}`;
const good = ['ARG BASE', 'FROM $BASE', label, 'COPY image/greet /usr/local/bin/greet'].join('\n');

let place: string;
beforeAll(() => ensureBase(engine, { agentFolder, instance, proxies: {} }, watch()), 300_000);
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'bugdrill-images-'));
});
afterEach(async () => {
  for (const container of await ownContainers()) await engine.getContainer(container.Id).remove();
  for (const name of await namesOf(repository)) await engine.getImage(name).remove();
  await rm(place, { recursive: true });
});
afterAll(() => removeStages(engine, repository));

function images(): DockerImages {
  return new DockerImages(engine, { agentFolder, instance, dataDir: place, proxies: {} });
}

function recipe(over: Partial<ImageRecipe> = {}): ImageRecipe {
  return {
    id,
    source: { kind: 'folder', folder: join(place, 'language'), npm: {} },
    version: { command: ['greet', '--version'], pattern: 'greet (\\S+)', prefix: 'Greet ' },
    hello: { path: 'main.fake', text: 'Hello World\n', command: 'greet main.fake' },
    ...over,
  };
}

async function folder(dockerfile: string, script = greet): Promise<void> {
  const files = { Dockerfile: dockerfile, 'image/greet': script, 'manifest.json': '{}' };
  for (const [file, text] of Object.entries(files)) {
    const path = join(place, 'language', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o755 });
  }
}

function watch(): BuildWatch & { seen: BuildProgress[] } {
  const seen: BuildProgress[] = [];
  return { seen, signal: new AbortController().signal, progress: (progress) => seen.push(progress) };
}

async function namesOf(wanted: string): Promise<string[]> {
  const found = await engine.listImages({ filters: { reference: [wanted] } });
  return found.flatMap((image) => image.RepoTags ?? []);
}

function ownContainers(): Promise<ContainerInfo[]> {
  return engine.listContainers({ all: true, filters: { label: [`${labels.instance}=${instance}`] } });
}

test('a folder becomes an image that told its version and said hello, with the steps seen', async () => {
  await folder(good);
  const seen = watch();
  const built = await images().build(recipe(), seen);
  expect(built.version).toBe('Greet 1.2.3');
  expect(await namesOf(repository)).toEqual([built.image]);
  expect(seen.seen).toContainEqual({
    step: 3,
    steps: expect.any(Number),
    detail: expect.stringContaining('Step 3/'),
  });
  expect(await readdir(join(place, 'build'))).toEqual([]);
  expect(await ownContainers()).toEqual([]);
});

test('what is there already is not built again, also by the next server', async () => {
  await folder(good);
  const first = await images().build(recipe(), watch());
  const seen = watch();
  expect(await images().build(recipe(), seen)).toEqual(first);
  expect(seen.seen).toEqual([]);
});

test('what makes no other image does not build one: a manifest, a template', async () => {
  await folder(good);
  const first = await images().build(recipe(), watch());
  await writeFile(join(place, 'language', 'manifest.json'), '{"warm": 2}');
  await writeFile(join(place, 'language', 'template.fake'), 'new');
  expect(await images().build(recipe(), watch())).toEqual(first);
});

test('a changed file makes another image, which takes the place of the old one', async () => {
  await folder(good);
  const old = await images().build(recipe(), watch());
  await folder(good, greet.replace('1.2.3', '2.0.0'));
  const built = await images().build(recipe(), watch());
  expect(built.version).toBe('Greet 2.0.0');
  expect(built.image).not.toBe(old.image);
  expect(await namesOf(repository)).toEqual([built.image]);
});

test('an old image that a container still uses stays until it is free', async () => {
  await folder(good);
  const old = await images().build(recipe(), watch());
  const container = await engine.createContainer({
    Image: old.image,
    Labels: { [labels.instance]: instance },
  });
  await folder(good, greet.replace('1.2.3', '2.0.0'));
  const built = await images().build(recipe(), watch());
  expect((await namesOf(repository)).toSorted()).toEqual([old.image, built.image].toSorted());
  await container.remove();
  await images().build(recipe(), watch());
  expect(await namesOf(repository)).toEqual([built.image]);
});

test('a build that fails is refused with the last lines of its output, and can be tried again', async () => {
  await folder(`${good}\nRUN echo "the disk is made of cheese" >&2; exit 7`);
  const failing = images().build(recipe(), watch());
  await expect(failing).rejects.toThrow(
    /exit 7[\s\S]*the disk is made of cheese|returned a non-zero code: 7[\s\S]*cheese/,
  );
  expect(await namesOf(repository)).toEqual([]);
  await folder(good);
  await expect(images().build(recipe(), watch())).resolves.toMatchObject({ version: 'Greet 1.2.3' });
});

test('a Dockerfile that is none is refused', async () => {
  await folder('BAKE a cake');
  await expect(images().build(recipe(), watch())).rejects.toThrow(/unknown instruction: BAKE/i);
});

test('an image that does not say hello never gets its name, and the reason shows what it said', async () => {
  await folder(good, greet.replace('cat "$1"', 'echo sorry; exit 4'));
  await expect(images().build(recipe(), watch())).rejects.toThrow(
    'The finished image does not say Hello World (exit 4).\nsorry',
  );
  expect(await namesOf(repository)).toEqual([]);
  expect(await ownContainers()).toEqual([]);
});

test('an image that tells no version, or lacks the command, never gets its name', async () => {
  await folder(good);
  const silent = { version: { command: ['greet', 'main.c'], pattern: '(.*)', prefix: '' } };
  await expect(images().build(recipe(silent), watch())).rejects.toThrow('greet main.c tells no version');
  const absent = { version: { command: ['no-such-command'], pattern: '(.*)', prefix: '' } };
  await expect(images().build(recipe(absent), watch())).rejects.toThrow('no-such-command');
  expect(await namesOf(repository)).toEqual([]);
  expect(await ownContainers()).toEqual([]);
});

test('a language may use the image of another, once it says hello in it', async () => {
  await folder(good);
  const lender = await images().build(recipe(), watch());
  const source = { kind: 'image', image: lender.image } as const;
  const borrower = recipe({ id: `${id}-b`, source, version: { ...recipe().version, prefix: 'B ' } });
  const built = await images().build(borrower, watch());
  expect(built).toEqual({ image: lender.image, digest: lender.digest, version: 'B 1.2.3' });
  expect(built.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  const seen = watch();
  expect(await images().build(borrower, seen)).toEqual(built);
  expect(seen.seen).toEqual([]);
  for (const name of await namesOf(`${repository}-b`)) await engine.getImage(name).remove();
});

test('a package of npm stands beside the Dockerfile, and stages leave nothing behind', async () => {
  const stages = [
    ['ARG BASE', 'FROM $BASE AS unpacked', label],
    ['COPY isarray.tgz /tmp/', 'RUN tar -xzf /tmp/isarray.tgz -C /tmp', 'FROM $BASE'],
    ['COPY --from=unpacked /tmp/package/package.json /isarray.json', 'COPY image/greet /usr/local/bin/greet'],
  ];
  await folder(stages.flat().join('\n'), greet.replace('"greet 1.2.3"', '$(grep version /isarray.json)'));
  const version = { command: ['greet', '--version'], pattern: '"version": "(.+)"', prefix: '' };
  const npm = { isarray: '2.0.5' };
  const source = { kind: 'folder', folder: join(place, 'language'), npm } as const;
  const built = await images().build(recipe({ source, version }), watch());
  expect(built.version).toBe('2.0.5');
  const filters = { dangling: ['true'], label: [`${imageLabel}=${repository}`] };
  expect(await engine.listImages({ filters })).toEqual([]);
});

test('stopping ends the build under way and leaves no image', async () => {
  await folder(`${good}\nRUN echo started && sleep 300`);
  const stop = new AbortController();
  const progress = ({ detail }: BuildProgress) => {
    if (detail === 'started') stop.abort(new Error('closing'));
  };
  await expect(images().build(recipe(), { signal: stop.signal, progress })).rejects.toThrow('closing');
  expect(await namesOf(repository)).toEqual([]);
  expect(await readdir(join(place, 'build'))).toEqual([]);
});
