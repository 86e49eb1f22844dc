import { proxiesOf } from '#server/config.ts';
import type { Catalog } from '#server/languages/catalog.ts';
import type { Language } from '#server/languages/language.ts';
import { ensureBase } from '#server/sandbox/docker-base.ts';
import { type Engine, findEngine } from '#server/sandbox/docker-engine.ts';
import { buildSecondsLabel, findImage } from '#server/sandbox/docker-image-names.ts';
import { TestServer } from '#server/test-server.ts';
import { inLanes } from '../languages/lanes.ts';
import { type Finding, walkMatrix } from '../languages/matrix.ts';
import { RestDoor } from '../languages/matrix-door.ts';
import type { LanguageReport } from '../languages/matrix-page.ts';
import { buildImages } from './images.ts';
import { writeReport } from './language-reports.ts';
import type { Settings } from './settings.ts';
import { step } from './step.ts';

/**
 * Builds each of the catalog's languages, runs the whole matrix on them in one server, and writes what was seen; languages not
 * named keep what was seen of them before. A language that cannot be built takes no other down. Answers what did not hold.
 */
export async function testLanguages(
  settings: Settings,
  catalog: Catalog,
  stop: AbortSignal,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const attempt: Attempt = async ({ manifest }, work) => {
    stop.throwIfAborted();
    await work().catch((error) => {
      stop.throwIfAborted();
      faults.push(`${manifest.name}: ${error instanceof Error ? error.message : error}`);
    });
  };
  const built = await buildEach(settings, { catalog, attempt }, stop);
  if (built.length === 0) return faults;
  const ids = built.map(({ id }) => id).join(',');
  await using server = await TestServer.startReady({ LANGUAGES: ids, POOL_MAX_WARM: '1', LOG_LEVEL: 'warn' });
  const door = new RestDoor(server.url);
  const hellos = new Map<Language, HelloMs>();
  for (const language of built)
    await attempt(language, async () => void hellos.set(language, await timeHellos(door, language)));
  await inLanes([...hellos], ([language, helloMs]) =>
    attempt(language, async () => {
      const findings = await findingsOf(language, door, stop);
      writeReport({ ...(await factsOf(settings, language)), helloMs, findings });
      faults.push(...faultsOf(language, findings));
    }),
  );
  return faults;
}

type HelloMs = LanguageReport['helloMs'];

/** What goes wrong with one language is told at the end, and the others go on. */
type Attempt = (language: Language, work: () => Promise<void>) => Promise<void>;

async function buildEach(
  { config }: Settings,
  { catalog, attempt }: { readonly catalog: Catalog; readonly attempt: Attempt },
  stop: AbortSignal,
): Promise<readonly Language[]> {
  const built: Language[] = [];
  for (const language of catalog.all())
    await attempt(language, async () => {
      const build = () => buildImages(config, catalog.toBuildFor(language), stop);
      await step(language.manifest.name, 'building its image', build);
      built.push(language);
    });
  return built;
}

/** One after the other, while nothing else runs: times are compared between languages. */
async function timeHellos(door: RestDoor, language: Language): Promise<HelloMs> {
  return { first: await timeHello(door, language), again: await timeHello(door, language) };
}

async function timeHello(door: RestDoor, { id, texts }: Language): Promise<number> {
  const begin = performance.now();
  await door.observe({ language: id, code: texts.hello });
  return Math.round(performance.now() - begin);
}

async function findingsOf(language: Language, door: RestDoor, stop: AbortSignal): Promise<Finding[]> {
  const { name } = language.manifest;
  const findings: Finding[] = [];
  for await (const finding of walkMatrix(language, door)) {
    stop.throwIfAborted();
    findings.push(finding);
    if (finding.verdict === 'failed') console.log(`✗ ${name}, ${finding.column}: ${finding.why}`);
  }
  const failed = findings.filter(({ verdict }) => verdict === 'failed').length;
  const held = failed === 0 ? 'all holds' : `${failed} of ${findings.length} do not hold`;
  console.log(`· ${name} ${language.version}: ${held}`);
  return findings;
}

async function factsOf(
  { config }: Settings,
  language: Language,
): Promise<Omit<LanguageReport, 'helloMs' | 'findings'>> {
  const { id, manifest, version } = language;
  return {
    id,
    name: manifest.name,
    version,
    ...(await imageFacts(await findEngine(config), language, proxiesOf(config))),
    formatter: manifest.formatter?.name ?? null,
    libraries: manifest.libraries.map(({ name }) => name),
    date: new Date().toISOString().slice(0, 10),
  };
}

async function imageFacts(
  engine: Engine,
  language: Language,
  proxies: Readonly<Record<string, string>>,
): Promise<Pick<LanguageReport, 'bytes' | 'buildSeconds'>> {
  if (language.imageOf !== undefined || language.image === undefined)
    return { bytes: null, buildSeconds: null };
  const quietly = { signal: new AbortController().signal, progress: () => undefined };
  const base = await findImage(
    engine,
    await ensureBase(engine, { agentFolder: 'agent', instance: '', proxies }, quietly),
  );
  const image = await findImage(engine, language.image);
  if (base === undefined || image === undefined) return { bytes: null, buildSeconds: null };
  const seconds = image.labels[buildSecondsLabel];
  return { bytes: image.bytes - base.bytes, buildSeconds: seconds === undefined ? null : Number(seconds) };
}

function faultsOf({ manifest }: Language, findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ column, why }) => `${manifest.name}, ${column}: ${why}`);
}
