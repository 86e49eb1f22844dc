import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { TestServer } from '#server/test-server.ts';
import { readCore } from './core.ts';
import { columns, type Finding, walkMatrix } from './matrix.ts';
import { RestDoor } from './matrix-door.ts';

// The core in full, and what `npm test` adds to it: another language each day. `npm run languages -- test --all` does all.
const core = (await readCore('languages')).map(({ id }) => id);
const also = (process.env['MATRIX_ALSO'] ?? '').split(',').filter((id) => id !== '');
const ids = [...core, ...also];
const languages = (await readCatalog('languages', ids)).all().filter(({ id }) => ids.includes(id));

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady({ LANGUAGES: ids.join(','), POOL_MAX_WARM: '1' });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

describe.each(languages.map((language) => ({ name: language.manifest.name, language })))(
  '$name',
  ({ language }) => {
    // What is told of the core's faulty programs is seen in server/diagnostics.test.ts.
    const asked = core.includes(language.id) ? columns.filter((column) => column !== 'diagnostics') : columns;
    const findings = new Map<string, Finding>();
    beforeAll(async () => {
      for await (const finding of walkMatrix(language, new RestDoor(server.url), asked))
        findings.set(finding.column, finding);
    });

    test.each(asked)('%s', (column) => {
      const { verdict, why } = findings.get(column) ?? {};
      expect([verdict, why]).not.toEqual(['failed', why]);
      expect(verdict).toMatch(/passed|unfit/);
    });
  },
);
