import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addedFilePath, addLanguages, readAdded, removeLanguages } from './added-file.ts';
import { Catalog } from './catalog.ts';
import { fakeLanguage } from './fake-language.ts';
import type { ImageBuilder, ImageRecipe } from './image-builder.ts';
import { InstalledLanguages } from './installed-languages.ts';

let dataDir: string;
let addedFile: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bugdrill-test-'));
  addedFile = addedFilePath(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Builds at once, unless `before` says otherwise. */
class Builder implements ImageBuilder {
  readonly built: string[] = [];
  before: (recipe: ImageRecipe) => Promise<void> = async () => {};

  async build(recipe: ImageRecipe) {
    this.built.push(recipe.id);
    await this.before(recipe);
    return { image: `image-${recipe.id}`, version: '1' };
  }
}

/** A server's languages: one of the core, two of their own, and one with the image of the second of these. */
function open({ isNamed = false, builder = new Builder() } = {}) {
  const catalog = new Catalog({
    languages: [
      fakeLanguage({ id: 'core', core: 1 }),
      fakeLanguage({ id: 'alpha' }),
      fakeLanguage({ id: 'beta' }),
      fakeLanguage({ id: 'gamma', image: { of: 'beta' } }),
    ],
  });
  const changes: string[] = [];
  const faults: unknown[] = [];
  const installed = new InstalledLanguages({
    catalog,
    builder,
    addedFile,
    isNamed,
    onChange: ({ id, state }) => changes.push(`${id} ${state.status}`),
    onFault: (error) => faults.push(error),
  });
  const states = () => Object.fromEntries(catalog.all().map(({ id, state }) => [id, state.status]));
  return { installed, builder, changes, faults, states };
}

const later = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

test('a new server builds the core, and says of all others that they are absent', async () => {
  const { installed, builder, states } = open();
  await installed.finished;
  expect(builder.built).toEqual(['core']);
  expect(states()).toEqual({ core: 'ready', alpha: 'absent', beta: 'absent', gamma: 'absent' });
});

test('languages that the operator names are all built, and nothing is to be added', async () => {
  const { installed, builder } = open({ isNamed: true });
  await installed.finished;
  expect(builder.built).toEqual(['core', 'alpha', 'beta', 'gamma']);
});

test('one that is added while the server runs is built, and one that is removed is gone', async () => {
  const { installed, changes, states } = open();
  addLanguages(addedFile, ['alpha'], later(0));
  installed.refresh();
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'ready', beta: 'absent' });
  removeLanguages(addedFile, ['alpha']);
  installed.refresh();
  expect(states()).toMatchObject({ core: 'ready', alpha: 'absent' });
  expect(changes).toEqual(['core ready', 'alpha ready', 'alpha absent']);
});

test('a server that starts again has what was added before', async () => {
  addLanguages(addedFile, ['alpha'], later(0));
  const { installed, states } = open();
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'ready', beta: 'absent' });
});

test.each(['beta', 'gamma'])('of languages that share an image, %s brings all', async (id) => {
  addLanguages(addedFile, [id], later(0));
  const { installed, states } = open();
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'absent', beta: 'ready', gamma: 'ready' });
});

test('one that failed is tried again when it is asked for again, and only then', async () => {
  const builder = new Builder();
  builder.before = async ({ id }) => {
    if (id === 'alpha') throw new Error('no network');
  };
  addLanguages(addedFile, ['alpha'], later(0));
  const { installed, states } = open({ builder });
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'failed' });
  addLanguages(addedFile, ['beta'], later(1));
  installed.refresh();
  await installed.finished;
  expect(builder.built.filter((id) => id === 'alpha')).toHaveLength(1);
  builder.before = async () => {};
  addLanguages(addedFile, ['alpha'], later(2));
  installed.refresh();
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'ready' });
});

test('one that is taken back while it is built is absent when the build is over', async () => {
  const builder = new Builder();
  const gate = new EventEmitter();
  builder.before = async ({ id }) => {
    if (id === 'alpha') await once(gate, 'open');
  };
  addLanguages(addedFile, ['alpha'], later(0));
  const { installed, states, changes } = open({ builder });
  await expect.poll(() => builder.built).toContain('alpha');
  removeLanguages(addedFile, ['alpha']);
  installed.refresh();
  gate.emit('open');
  await installed.finished;
  expect(states()).toMatchObject({ alpha: 'absent' });
  expect(changes.at(-1)).toBe('alpha absent');
});

test('a damaged file is told, and changes nothing', async () => {
  addLanguages(addedFile, ['alpha'], later(0));
  const { installed, states, faults } = open();
  await installed.finished;
  writeFileSync(addedFile, '{"added": [');
  installed.refresh();
  await installed.finished;
  expect(states()).toMatchObject({ core: 'ready', alpha: 'ready' });
  expect(faults).toEqual([expect.objectContaining({ message: expect.stringContaining('is damaged') })]);
  expect(() => addLanguages(addedFile, ['beta'], later(1))).toThrow('is damaged');
});

test('what was added and removed is in the file, once', () => {
  addLanguages(addedFile, ['alpha', 'beta'], later(0));
  addLanguages(addedFile, ['alpha'], later(1));
  removeLanguages(addedFile, ['beta', 'never-added']);
  expect(readAdded(addedFile)).toEqual({ alpha: later(1).toISOString() });
});
