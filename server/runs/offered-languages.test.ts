import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { readCatalog } from '../languages/read-catalog.ts';
import { OfferedLanguages } from './offered-languages.ts';
import { planRun } from './plan.ts';

const folder = fileURLToPath(new URL('../../languages', import.meta.url));
const catalog = await readCatalog(folder, ['python', 'c']);
const offered = new OfferedLanguages(catalog, readConfig({ COMPILE_TIME_CAP_MS: '90000' }));
for (const language of catalog.all()) language.ready({ image: 'i', version: '1' });

test.each(['python', 'c'])(
  'a compile limit above the cap is refused for %s, whether it compiles or not',
  (id) => {
    const ask = (wallMs: number) =>
      planRun(RunRequest.parse({ language: id, code: '', compileLimits: { wallMs } }), offered.ready(id));
    expect(() => ask(90_000)).not.toThrow();
    expect(() => ask(90_001)).toThrow('compileLimits.wallMs must be at most 90000');
    expect(() => ask(1)).toThrow('compileLimits.wallMs must be at least 100');
  },
);

test('only a language that compiles tells limits of compiling', () => {
  const told = offered.answer().languages.map(({ id, limits }) => [id, Object.keys(limits).toSorted()]);
  expect(told).toEqual([
    ['python', ['run']],
    ['c', ['compile', 'run']],
  ]);
});
