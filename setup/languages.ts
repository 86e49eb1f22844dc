import { setTimeout as pause } from 'node:timers/promises';
import { type LanguageInfo, LanguagesAnswer } from '#protocol/language.ts';
import { ask } from './health.ts';

type Languages = readonly LanguageInfo[];

const betweenMs = 200;

/** Tells, line by line, how the execution server gets its languages ready, until the first is; answers all of them. */
export async function tellUntilFirst(url: string, stop: AbortSignal): Promise<Languages> {
  const languages = await tell(
    { url, known: [], isEnough: (now) => someReady(now) || allSettled(now) },
    stop,
  );
  if (!someReady(languages)) throw new Error('No language could be made ready.');
  return languages;
}

/** Goes on telling until there is nothing more to come. */
export async function tellTheRest(url: string, known: Languages, stop: AbortSignal): Promise<void> {
  await tell({ url, known, isEnough: allSettled }, stop);
}

interface Telling {
  readonly url: string;
  readonly known: Languages;
  readonly isEnough: (languages: Languages) => boolean;
}

async function tell({ url, known, isEnough }: Telling, stop: AbortSignal): Promise<Languages> {
  let before = known;
  while (true) {
    const now = (await ask(`${url}/languages`, LanguagesAnswer))?.languages ?? before;
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
  languages.every((language) => isReady(language) || language.state.status === 'failed');
