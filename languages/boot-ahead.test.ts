import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { LanguageBuilds } from '#server/languages/builds.ts';
import { Catalog } from '#server/languages/catalog.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { OfferedLanguages } from '#server/runs/offered-languages.ts';
import { DockerImages } from '#server/sandbox/docker-images.ts';
import { testEngine } from '../agent/testing/image.ts';
import { alsoTested } from './also-tested.ts';
import { readBootAhead } from './boot-ahead.ts';
import { readCore } from './core.ts';
import { BootBench } from './test-boot-bench.ts';

const folder = import.meta.dirname;
const fewest = 40;
// The core, and what is named beyond it, as for the matrix.
const also = alsoTested();
const others = (await readCatalog(folder, also)).all().filter(({ id }) => also.includes(id));
const languages = [...(await readCore(folder)), ...others];
const catalog = new Catalog({ languages });
const offered = new OfferedLanguages(catalog, readConfig({}));
const offeredAgain = new OfferedLanguages(catalog, readConfig({ SANDBOX_REUSE: 'any' }));
const booting = await Promise.all(
  languages
    .filter(({ manifest }) => manifest.boot !== undefined)
    .map(async (language) => ({ language, id: language.id, programs: await readBootAhead(language) })),
);
const forking = booting.filter(({ language }) => language.manifest.boot?.forkServer);

beforeAll(async () => {
  const images = new DockerImages(await testEngine(), {
    instance: 'boot-ahead-test',
    dataDir: join(tmpdir(), 'bugdrill-boot-ahead'),
    agentFolder: join(folder, '..', 'agent'),
    proxies: {},
  });
  const toBuild = booting.map(({ language }) => language);
  await new LanguageBuilds({ languages: toBuild, builder: images }).finished;
}, 600_000);

describe.each(booting)('$id, booted ahead', ({ id, programs }) => {
  let bench: BootBench;

  beforeAll(async () => {
    bench = await BootBench.make(offered.ready(id));
  });

  afterAll(async () => {
    await bench?.[Symbol.asyncDispose]();
  });

  test('is shown by enough programs', () => {
    expect(programs.length).toBeGreaterThanOrEqual(fewest);
  });

  test.each(programs)('cannot be told from a plain start: $name', async (program) => {
    const plain = await bench.play(program, 'plain');
    const planned = await bench.play(program, 'planned');
    expect(planned).toEqual({ ...plain, booted: !program.isPlain });
    expect(plain.booted).toBe(false);
    expect(plain.killedBy).toBe(program.isEndless ? 'wall' : null);
    const says = plain.stdout + plain.stderr !== '' || plain.left.length > 0 || plain.exitCode !== 0;
    expect(says).toBe(!program.isSilent);
  });
});

describe.each(forking)('$id, forked from one that was booted ahead', ({ id, programs }) => {
  let bench: BootBench;

  beforeAll(async () => {
    bench = await BootBench.make(offeredAgain.ready(id));
  });

  afterAll(async () => {
    await bench?.[Symbol.asyncDispose]();
  });

  test.each(programs)(
    'cannot be told from a plain start, nor from the fork before: $name',
    async (program) => {
      const plain = await bench.play(program, 'plain');
      for (let time = 0; time < 2; time += 1)
        expect(await bench.play(program, 'planned')).toEqual({ ...plain, booted: !program.isPlain });
    },
  );
});
