import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalog } from './catalog.ts';
import { readCatalog } from './read-catalog.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'bugdrill-catalog-')), 'languages');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const whole = {
  name: 'Fake',
  extensions: ['.fake'],
  grammar: 'plaintext',
  kind: 'interpreted',
  image: {},
  version: { command: ['fake', '--version'], pattern: '(.+)' },
  source: 'main.fake',
  run: ['fake', '{entry}'],
};

async function add(
  id: string,
  manifest: object | string,
  files = ['template.fake', 'hello.fake'],
): Promise<void> {
  await mkdir(join(folder, id));
  const text = typeof manifest === 'string' ? manifest : JSON.stringify({ id, ...whole, ...manifest });
  await writeFile(join(folder, id, 'manifest.json'), text);
  for (const file of files) await writeFile(join(folder, id, file), `${file} of ${id}\n`);
}

function reason(catalog: Catalog, id: string): string | undefined {
  const state = catalog.find(id)?.state;
  return state?.status === 'failed' ? state.reason : undefined;
}

test('a whole folder is a language that waits for its image', async () => {
  await add('fake', { aliases: ['fk'] });
  const language = (await readCatalog(folder, [])).find('fk');
  expect(language?.state).toEqual({ status: 'waiting' });
  expect(language?.texts).toEqual({ template: 'template.fake of fake\n', hello: 'hello.fake of fake\n' });
  expect(language?.folder).toBe(join(folder, 'fake'));
});

test.each<[string, object | string, string | RegExp]>([
  ['is not JSON', '{"id": }', /^languages\/wrong\/manifest\.json: is not JSON: /],
  ['has a key that nobody knows', { colour: 'red' }, /^languages\/wrong\/manifest\.json: .*"colour"/],
  ['says a field wrongly', { kind: 'magic' }, /^languages\/wrong\/manifest\.json: kind: /],
  ['says two fields wrongly', { kind: 'magic', run: [] }, /kind: .*; run: /],
  [
    'has another id than its folder',
    { id: 'other' },
    "languages/wrong/manifest.json: id: must be the folder's name, wrong",
  ],
  ['has two sorts of image', { image: { of: 'good', npm: {} } }, /image: must be \{\}/],
  [
    'uses an image that is not there',
    { image: { of: 'none' } },
    'languages/wrong/manifest.json: image.of: there is no language none',
  ],
  [
    'uses an image that is borrowed',
    { image: { of: 'lent' } },
    'languages/wrong/manifest.json: image.of: lent has no image of its own',
  ],
  [
    'has an alias that is taken',
    { aliases: ['x', 'gd'] },
    'languages/wrong/manifest.json: aliases.1: "gd" is already a name of good',
  ],
  [
    'has a name of another as alias',
    { aliases: ['good'] },
    'languages/wrong/manifest.json: aliases.0: "good" is already a name of good',
  ],
  [
    'has a pattern without a group',
    { version: { command: ['v'], pattern: 'v.*' } },
    /version\.pattern: must be a regular expression with one group/,
  ],
  ['has a pattern that is none', { version: { command: ['v'], pattern: '(' } }, /version\.pattern: /],
  ['puts its source outside', { source: '../main.fake' }, /source: must be relative/],
  ['has a source of a strange extension', { source: 'main.py' }, /source: must end with one/],
  ['is compiled by no command', { kind: 'compiled' }, /compile: must be there/],
])('a manifest that %s fails alone, and says where', async (_what, manifest, expected) => {
  await add('good', { aliases: ['gd'] });
  await add('lent', { image: { of: 'good' } });
  await add('wrong', manifest);
  const catalog = await readCatalog(folder, []);
  expect(reason(catalog, 'wrong')).toMatch(expected);
  expect(catalog.find('good')?.state).toEqual({ status: 'waiting' });
  expect(catalog.find('gd')).toBe(catalog.find('good'));
});

test.each(['template.fake', 'hello.fake'])(
  'a folder without %s fails alone, and says so',
  async (missing) => {
    await add(
      'wrong',
      {},
      ['template.fake', 'hello.fake'].filter((file) => file !== missing),
    );
    await add('good', {});
    const catalog = await readCatalog(folder, []);
    expect(reason(catalog, 'wrong')).toBe(`languages/wrong/${missing}: cannot be read`);
    expect(catalog.find('good')?.state).toEqual({ status: 'waiting' });
  },
);

test('a folder without a manifest fails, files and hidden folders are passed over', async () => {
  await mkdir(join(folder, 'empty'));
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, 'README.md'), '');
  const catalog = await readCatalog(folder, []);
  expect(catalog.all().map(({ id }) => id)).toEqual(['empty']);
  expect(reason(catalog, 'empty')).toBe('languages/empty/manifest.json: cannot be read');
});

test('only what the operator asks for is offered, with the images it needs', async () => {
  await add('lender', {});
  await add('borrower', { image: { of: 'lender' } });
  await add('other', {});
  const catalog = await readCatalog(folder, ['borrower']);
  expect(catalog.all().map(({ id }) => id)).toEqual(['borrower']);
  expect(
    catalog
      .toBuild()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['borrower', 'lender']);
});

test('asking for a language that no folder has names the nearest', async () => {
  await add('python', {});
  await expect(readCatalog(folder, ['pyhton'])).rejects.toThrow(
    'LANGUAGES: there is no language pyhton. Did you mean python?',
  );
  await expect(readCatalog(folder, ['cobol'])).rejects.toThrow('There are python.');
});
