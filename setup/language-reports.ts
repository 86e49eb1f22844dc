import { writeFileSync } from 'node:fs';
import { readIfThere } from '#server/durable-file.ts';
import { type LanguageReport, LanguageReports, languagesPage } from '../languages/matrix-page.ts';

const page = 'docs/LANGUAGES.md';
const results = 'docs/languages.json';

/** What was last seen of each language; none before anything was. */
export function readReports(): readonly LanguageReport[] {
  return LanguageReports.parse(JSON.parse(readIfThere(results) ?? '[]'));
}

/** Puts what was seen of a language at the place of what was seen of it before, and writes the page anew. In one go: no other comes between. */
export function writeReport(report: LanguageReport): void {
  const others = readReports().filter(({ id }) => id !== report.id);
  const reports = [...others, report].toSorted((one, other) => one.id.localeCompare(other.id));
  writeFileSync(results, `${JSON.stringify(reports, null, 2)}\n`);
  writeFileSync(page, languagesPage(reports));
}
