import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { readFaultyPrograms } from '../languages/diagnostics.ts';
import { readCatalog } from './languages/read-catalog.ts';
import { TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady();
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

describe('what real compilers and interpreters say of faulty programs', async () => {
  const catalog = await readCatalog('languages', []);
  const programs = await Promise.all(
    catalog.all().map(async (language) => ({ id: language.id, of: await readFaultyPrograms(language) })),
  );
  test.each(programs.flatMap(({ id, of }) => of.map((program) => ({ id, ...program }))))(
    '$id: $name',
    async ({ id, files, entry, expected }) => {
      const answer = await server.execute({ language: id, files, entry });
      expect((await answer.json()).diagnostics).toEqual(expected);
    },
  );
});

test('bytes as base64 hide nothing from those who look for diagnostics', async () => {
  const request = { language: 'python', code: 'x = (', output_encoding: 'base64' };
  expect((await (await server.execute(request)).json()).diagnostics).toMatchObject([
    { file: 'main.py', line: 1, message: "SyntaxError: '(' was never closed" },
  ]);
});

test('a warning comes while the program still runs, after the line that says it', async () => {
  const code = 'import time, warnings\nwarnings.warn("early")\ntime.sleep(0.5)\nprint("late")';
  const answer = await server.execute(
    { language: 'python', code },
    { headers: { Accept: 'application/x-ndjson' } },
  );
  const lines = (await answer.text()).trim().split('\n');
  const events = lines.map((line): RunEvent => JSON.parse(line));
  const place = (isIt: (event: RunEvent) => boolean) => events.findIndex(isIt);
  const said = place((event) => event.type === 'output' && event.data.includes('early'));
  const told = place((event) => event.type === 'diagnostic');
  const late = place((event) => event.type === 'output' && event.data.includes('late'));
  expect(events[told]).toMatchObject({ file: 'main.py', line: 2, severity: 'warning', phase: 'run' });
  expect([said, told, late]).toEqual([said, told, late].toSorted((one, other) => one - other));
  expect(said).toBeGreaterThan(-1);
});
