import { expect, test } from 'vitest';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { TestServer } from '#server/test-server.ts';
import { Baselines } from './baselines.ts';
import { wallsOf } from './docker-run.ts';
import { measureHellos } from './hellos.ts';
import { LoadGauge } from './load.ts';
import { measureMemory } from './memory.ts';
import { quickPace } from './pace.ts';
import { helloOf, type Program } from './programs.ts';
import { Stand, standSettings } from './stand.ts';

const pace = { ...quickPace, helloMs: 0 };

async function pythonHello(server: TestServer): Promise<Program> {
  const [language] = (await readCatalog('languages', ['python'])).all();
  const response = await server.execute(
    { language: 'python', code: '' },
    { headers: { Accept: 'application/x-ndjson' } },
  );
  const events = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { image } = events.find(({ type }) => type === 'started');
  return { ...helloOf(language!), image };
}

test('one round measures a hello by every way, against a real server', { timeout: 480_000 }, async () => {
  await using server = await TestServer.start({ ...standSettings, LANGUAGES: 'python' });
  const stop = new AbortController().signal;
  using ready = new Stand(server, [], { pace, stop });
  await ready.atRest();
  const python = await pythonHello(server);
  using stand = ready.beside(server, [python]);
  await stand.atRest();
  const memory = await measureMemory(stand);
  expect(memory.sandboxBytes['python']).toBeGreaterThan(0);
  const [sandbox = ''] = await server.sandboxes();
  await using baselines = await Baselines.open([python], await wallsOf(sandbox));
  const { python: times } = await measureHellos(stand, baselines);
  const good = expect.objectContaining({ errors: 0 });
  expect(times).toMatchObject({ execute: good, firstByte: good, bare: good, dockerRun: good });
  expect(times?.execute.count).toBe(2);
  for (const way of ['execute', 'firstByte', 'bare', 'dockerRun'] as const)
    expect(times?.[way].p50).toBeGreaterThan(0);
  // A program that prints something else is an error, whatever its outcome.
  const wrong = new LoadGauge(1, () => stand.rest.hello(python, 'print("Hello")'));
  await wrong.closedLoop(1);
  expect(wrong.load.times).toMatchObject({ count: 0, errors: 1 });
});
