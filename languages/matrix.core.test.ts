import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#server/languages/language.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { TestServer } from '#server/test-server.ts';
import { alsoTested } from './also-tested.ts';
import { inLanes } from './lanes.ts';
import { type Column, columns, type Finding, walkMatrix } from './matrix.ts';
import { RestDoor } from './matrix-door.ts';

// The core in full, and what `npm test` adds to it: another language each day. `npm run languages -- test --all` does all.
const also = alsoTested();
const languages = (await readCatalog('languages', also))
  .all()
  .filter(({ id, manifest }) => manifest.core !== undefined || also.includes(id));

// What is told of the core's faulty programs is seen in server/diagnostics.test.ts.
const askedOf = ({ manifest }: Language) =>
  columns.filter((column) => column !== 'diagnostics' || manifest.core === undefined);

const findings = new Map<string, Finding>();
const keyOf = ({ id }: Language, column: Column) => `${id} ${column}`;

beforeAll(async () => {
  const ids = languages.map(({ id }) => id).join(',');
  await using server = await TestServer.startReady({ LANGUAGES: ids, POOL_MAX_WARM: '1' });
  await inLanes(languages, async (language) => {
    for await (const finding of walkMatrix(language, new RestDoor(server.url), askedOf(language)))
      findings.set(keyOf(language, finding.column), finding);
  });
}, 600_000);

describe.each(languages.map((language) => ({ name: language.manifest.name, language })))(
  '$name',
  ({ language }) => {
    test.each(askedOf(language))('%s', (column) => {
      const { verdict, why } = findings.get(keyOf(language, column)) ?? {};
      expect([verdict, why]).not.toEqual(['failed', why]);
      expect(verdict).toMatch(/passed|unfit/);
    });
  },
);
