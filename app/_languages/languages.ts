import { type LanguageInfo, LanguagesAnswer } from '#protocol/language.ts';
import { credentials } from '../api/credentials.ts';
import { readWebConfig } from '../config.ts';
import { fallbackLanguages } from './fallback.ts';
import { findLanguage } from './find-language.ts';

export { findLanguage };

const answerWithinMs = 1500;

/** The languages the execution server offers now; while it does not answer, the one most people begin with. */
export async function fetchLanguages(): Promise<readonly LanguageInfo[]> {
  return (await askLanguages()) ?? fallbackLanguages;
}

/** The version that the execution server has of a language now; undefined when it does not say. */
export async function languageVersion(name: string): Promise<string | undefined> {
  const version = findLanguage((await askLanguages()) ?? [], name)?.version;
  return version === '' ? undefined : version;
}

async function askLanguages(): Promise<readonly LanguageInfo[] | undefined> {
  try {
    const answer = await fetch(`${readWebConfig().EXECUTION_URL}/languages`, {
      cache: 'no-store',
      headers: await credentials(),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const { languages } = LanguagesAnswer.parse(await answer.json());
    return languages.length > 0 ? languages : undefined;
  } catch {
    return undefined;
  }
}
