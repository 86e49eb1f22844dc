import { proxiesOf } from '#server/config.ts';
import type { Catalog } from '#server/languages/catalog.ts';
import type { Language } from '#server/languages/language.ts';
import { ensureBase } from '#server/sandbox/docker-base.ts';
import { type Engine, findEngine } from '#server/sandbox/docker-engine.ts';
import { buildSecondsLabel, findImage } from '#server/sandbox/docker-image-names.ts';
import { TestServer } from '#server/test-server.ts';
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
  const tryEach = async (languages: readonly Language[], work: (language: Language) => Promise<void>) => {
    for (const language of languages) {
      stop.throwIfAborted();
      await work(language).catch((error) => {
        stop.throwIfAborted();
        faults.push(`${language.manifest.name}: ${error instanceof Error ? error.message : error}`);
      });
    }
  };
  const built: Language[] = [];
  await tryEach(catalog.all(), async (language) => {
    await step(language.manifest.name, 'building its image', () =>
      buildImages(settings.config, catalog.toBuildFor(language), stop),
    );
    built.push(language);
  });
  if (built.length === 0) return faults;
  const ids = built.map(({ id }) => id).join(',');
  await using server = await TestServer.startReady({ LANGUAGES: ids, POOL_MAX_WARM: '1', LOG_LEVEL: 'warn' });
  await tryEach(built, async (language) => {
    const report = await testLanguage(settings, { language, door: new RestDoor(server.url) }, stop);
    await writeReport(report);
    faults.push(...faultsOf(report));
  });
  return faults;
}

async function testLanguage(
  { config }: Settings,
  { language, door }: { readonly language: Language; readonly door: RestDoor },
  stop: AbortSignal,
): Promise<LanguageReport> {
  const { manifest, id } = language;
  const first = await timeHello(door, language);
  const again = await timeHello(door, language);
  const findings: Finding[] = [];
  for await (const finding of walkMatrix(language, door)) {
    stop.throwIfAborted();
    findings.push(finding);
    if (finding.verdict === 'failed') console.log(`✗ ${finding.column}: ${finding.why}`);
  }
  const passed = findings.filter(({ verdict }) => verdict === 'passed').length;
  console.log(`· ${manifest.name} ${language.version}: ${passed} of ${findings.length} hold`);
  return {
    id,
    name: manifest.name,
    version: language.version,
    ...(await imageFacts(await findEngine(config), language, proxiesOf(config))),
    helloMs: { first, again },
    formatter: manifest.formatter?.name ?? null,
    libraries: manifest.libraries.map(({ name }) => name),
    date: new Date().toISOString().slice(0, 10),
    findings,
  };
}

async function timeHello(door: RestDoor, { id, texts }: Language): Promise<number> {
  const begin = performance.now();
  await door.observe({ language: id, code: texts.hello });
  return Math.round(performance.now() - begin);
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

function faultsOf({ name, findings }: LanguageReport): readonly string[] {
  return findings
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ column, why }) => `${name}, ${column}: ${why}`);
}
