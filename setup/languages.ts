import { setTimeout as pause } from 'node:timers/promises';
import { type LanguageInfo, LanguagesAnswer } from '#protocol/language.ts';
import { readSecret, secretHeader } from '#trust/secret.ts';
import { ask } from './health.ts';
import type { Settings } from './settings.ts';

type Languages = readonly LanguageInfo[];

const betweenMs = 200;

/** Where the execution server answers, and the settings that say what it shares with its own: with keys it shows nobody else its languages. */
export type LanguageServer = Pick<Settings, 'executionUrl' | 'config'>;

async function askLanguages({ executionUrl, config }: LanguageServer): Promise<Languages | undefined> {
  const secret = await readSecret(config);
  const headers = secret === undefined ? {} : { [secretHeader]: secret };
  return (await ask(`${executionUrl}/languages`, LanguagesAnswer, headers))?.languages;
}

/** Tells, line by line, how the execution server gets its languages ready, until the first is; answers all of them. */
export async function tellUntilFirst(server: LanguageServer, stop: AbortSignal): Promise<Languages> {
  const languages = await tell(
    { server, known: [], isEnough: (now) => someReady(now) || allSettled(now) },
    stop,
  );
  if (!someReady(languages)) throw new Error('No language could be made ready.');
  return languages;
}

/** Goes on telling until there is nothing more to come. */
export async function tellTheRest(
  server: LanguageServer,
  known: Languages,
  stop: AbortSignal,
): Promise<void> {
  await tell({ server, known, isEnough: allSettled }, stop);
}

/** How long a server may take to see what it was asked for. */
const noticeMs = 6_000;
const changeMs = 1_500;

interface Waiting {
  readonly server: LanguageServer;
  readonly ids: readonly string[];
  /** They were taken back, and are waited for to be gone. */
  readonly isGone?: boolean;
}

/**
 * Tells how the server that runs here gets these languages ready, until each is or has failed. Undefined when no server
 * runs, or it is not told by the same file.
 */
export async function tellUntilSettled(waiting: Waiting, stop: AbortSignal): Promise<Languages | undefined> {
  const { server, ids, isGone = false } = waiting;
  if (!(await isHeeded(waiting, stop))) return undefined;
  return isGone ? [] : await tell({ server, known: [], ids, isEnough: allSettled }, stop);
}

async function isHeeded({ server, ids, isGone = false }: Waiting, stop: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + noticeMs;
  do {
    // What a language was like before it was asked for again says nothing.
    await pause(changeMs, undefined, { signal: stop });
    const answer = await askLanguages(server);
    if (answer === undefined) return false;
    const seen = ofThese(ids, answer);
    if (seen.length === ids.length && seen.every(({ state }) => (state.status === 'absent') === isGone))
      return true;
  } while (performance.now() < deadline);
  return false;
}

function ofThese(ids: readonly string[] | undefined, languages: Languages): Languages {
  return ids === undefined ? languages : languages.filter(({ id }) => ids.includes(id));
}

interface Telling {
  readonly server: LanguageServer;
  readonly known: Languages;
  /** Unsaid, all. */
  readonly ids?: readonly string[];
  readonly isEnough: (languages: Languages) => boolean;
}

async function tell({ server, known, ids, isEnough }: Telling, stop: AbortSignal): Promise<Languages> {
  let before = known;
  while (true) {
    const answer = await askLanguages(server);
    const now = answer ? ofThese(ids, answer) : before;
    for (const line of languageNews(before, now)) console.log(line);
    if (isEnough(now)) return now;
    before = now;
    await pause(betweenMs, undefined, { signal: stop });
  }
}

/** One line for each language that changed; those that were ready when first looked at share one. */
export function languageNews(before: Languages, now: Languages): readonly string[] {
  const known = new Map(before.map((language) => [language.id, newsOf(language)]));
  const isFirstLook = before.length === 0;
  const ready = isFirstLook ? now.filter(isReady) : [];
  const others = now.filter(
    (language) => !ready.includes(language) && newsOf(language) !== known.get(language.id),
  );
  const lines = others.flatMap((language) => newsOf(language) ?? []);
  return ready.length > 0 ? [`✓ Languages   ${ready.map(label).join(', ')}`, ...lines] : lines;
}

function newsOf(language: LanguageInfo): string | undefined {
  const { state } = language;
  switch (state.status) {
    case 'absent':
    case 'waiting':
      return undefined;
    case 'building':
      return `· Languages   ${label(language)}: building its image`;
    case 'ready':
      return `✓ Languages   ${label(language)}`;
    case 'failed':
      return `✗ Languages   ${label(language)}: ${state.reason}`;
    default:
      return state satisfies never;
  }
}

const label = ({ name, version }: LanguageInfo) => `${name} ${version}`.trim();
const isReady = ({ state }: LanguageInfo) => state.status === 'ready';
const someReady = (languages: Languages) => languages.some(isReady);
const allSettled = (languages: Languages) =>
  languages.length > 0 &&
  languages.every(({ state }) => state.status !== 'waiting' && state.status !== 'building');
