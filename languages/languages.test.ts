import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { manifestSchema } from '#server/languages/manifest.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { readConformance } from './conformance.ts';
import { readFaultyPrograms } from './diagnostics.ts';

const folder = import.meta.dirname;
const catalog = await readCatalog(folder, []);

test('the schema that editors use is the one the server reads manifests by; -u writes it anew', async () => {
  const schema = `${JSON.stringify(manifestSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(`${folder}/manifest.schema.json`);
});

test('the core languages come first, Python before all', () => {
  const ids = catalog.all().map((language) => language.id);
  expect(ids.slice(0, 5)).toEqual(['python', 'javascript', 'typescript', 'c', 'cpp']);
});

describe.each(catalog.all().map((language) => [language.id, language] as const))('%s', (id, language) => {
  test('has a folder without a fault', () => {
    expect(language.state).toEqual({ status: 'waiting' });
  });

  test('has a template of at most 12 lines that ends with a newline', () => {
    const lines = language.texts.template.split('\n');
    expect(lines.length).toBeLessThanOrEqual(13);
    expect(lines.at(-1)).toBe('');
  });

  test('says Hello World in its hello', () => {
    expect(language.texts.hello).toContain('Hello World');
  });

  test('names the schema in its manifest', async () => {
    const text = await readFile(`${folder}/${id}/manifest.json`, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ $schema: '../manifest.schema.json' });
  });

  // Which rule finds what is told of which program is seen where they run: server/diagnostics.test.ts.
  test('has at least as many faulty programs as rules, with what is told of each', async () => {
    const programs = await readFaultyPrograms(language);
    expect(programs.length).toBeGreaterThanOrEqual(language.manifest.diagnostics.length);
    for (const { expected, files } of programs) {
      expect(expected.length).toBeGreaterThan(0);
      for (const { file } of expected) expect(files.map(({ path }) => path)).toContain(file);
    }
  });

  test('has conformance programs that it can start, each with what it must print', async () => {
    const programs = await readConformance(language);
    expect(programs.length).toBeGreaterThan(0);
    for (const { entry, files, expected } of programs) {
      expect(files.map((file) => file.path)).toContain(entry);
      expect(language.manifest.extensions.some((extension) => entry.endsWith(extension))).toBe(true);
      expect(expected).not.toBe('');
    }
  });
});
