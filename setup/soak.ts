import { rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { proxiesOf } from '#server/config.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { ensureBase } from '#server/sandbox/docker-base.ts';
import { debianImage } from '#server/sandbox/docker-debian.ts';
import { checkEngine, type Engine, findEngine } from '#server/sandbox/docker-engine.ts';
import { newDataDir } from '#server/test-server.ts';
import { type ChaosReport, unleash } from '#soak/chaos.ts';
import { endure } from '#soak/endurance.ts';
import { OwnEngine } from '#soak/own-engine.ts';
import { SeededRandom } from '#soak/random.ts';
import { reliabilityPage } from '#soak/report.ts';
import { conduct } from './conduct.ts';
import { buildImages } from './images.ts';
import { prepareEngine } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { verifySandbox } from './verify.ts';

/** `npm run soak`: attacks, kills and wears out what we built, in about ten minutes, and writes down what was seen. */
export const main = () => conduct(soak, { exitCodeWhenStopped: 130 });

const page = 'docs/reliability.md';
const chaosRuns = 300;
const soakRuns = 1_000;

async function soak(stop: AbortSignal): Promise<number> {
  const settings = readSettings(process.env);
  const random = new SeededRandom(readSeed());
  await prepareEngine(settings, stop);
  const engine = await findEngine(settings.config);
  const probes = await verifySandbox(settings, stop);
  console.log(`\n· Chaos       ${chaosRuns} runs, seed ${random.seed}`);
  const chaos = await playChaos(settings, engine, random);
  console.log(`· Soak        ${soakRuns} runs`);
  const endurance = await endure({ runs: soakRuns, every: 100, warmUpRuns: 200 });
  const state = await checkEngine(engine);
  await writeFile(page, reliabilityPage({ date: new Date(), engine: state, probes, chaos, endurance }));
  const faults = [
    ...probes.filter(({ held }) => !held).map(({ name }) => `not held: ${name}`),
    ...chaos.complaints,
    ...(chaos.containersLeft > 0 ? [`${chaos.containersLeft} containers left by chaos`] : []),
    ...endurance.complaints,
  ];
  for (const fault of faults) console.error(`✗ ${fault}`);
  console.log(`${faults.length === 0 ? '✓' : '✗'} Soak        ${page} says what was seen`);
  return faults.length === 0 ? 0 : 1;
}

/** In an engine of its own where one can be started; else in the one that is here, which is left alive. */
async function playChaos(settings: Settings, engine: Engine, random: SeededRandom): Promise<ChaosReport> {
  const dataDir = newDataDir();
  const plan = { runs: chaosRuns, random, dataDir, serverKills: 5 };
  try {
    await using own = await OwnEngine.start();
    if (own === undefined) return await unleash({ ...plan, engine });
    await own.copyImages(engine, await imagesToRun(settings, engine));
    return await unleash({ ...plan, engine: await own.client(), mortal: { engine: own, kills: 3 } });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What the server would otherwise build anew: Debian, the base, and Python's image. */
async function imagesToRun({ config }: Settings, engine: Engine): Promise<string[]> {
  const catalog = await readCatalog('languages', ['python']);
  const signal = new AbortController().signal;
  await buildImages(config, catalog.toBuild(), signal);
  const base = { agentFolder: 'agent', instance: '', proxies: proxiesOf(config) };
  const tag = await ensureBase(engine, base, { signal, progress: () => undefined });
  return [debianImage, tag, ...catalog.all().flatMap(({ image }) => image ?? [])];
}

/** `npm run soak -- --seed=7` plays the same chaos again, as far as the machine lets it. */
function readSeed(): number {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { seed: { type: 'string' } },
    strict: true,
  });
  return values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
}
