import type { LanguageReport } from './matrix-page.ts';

/** What is built for one test run must not take longer than this. */
const mostBuildSeconds = 60;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The language beyond the core that is tested on a day: each that builds quickly has its turn. Undefined when none is known.
 * Another day has another one, wherever the tests are run.
 */
export function languageOfTheDay(
  reports: readonly Pick<LanguageReport, 'id' | 'buildSeconds'>[],
  core: readonly string[],
  date: Date,
): string | undefined {
  const quick = reports
    .filter(
      ({ id, buildSeconds }) =>
        !core.includes(id) && buildSeconds !== null && buildSeconds <= mostBuildSeconds,
    )
    .map(({ id }) => id)
    .toSorted();
  return quick[Math.floor(date.getTime() / dayMs) % quick.length];
}
