import { readFile, writeFile } from 'node:fs/promises';
import { type LanguageReport, LanguageReports, languagesPage } from '../languages/matrix-page.ts';

const page = 'docs/LANGUAGES.md';
const results = 'docs/languages.json';

/** What was last seen of each language; none before anything was. */
export async function readReports(): Promise<readonly LanguageReport[]> {
  const text = await readFile(results, 'utf8').catch(() => '[]');
  return LanguageReports.parse(JSON.parse(text));
}

/** Puts what was seen of a language at the place of what was seen of it before, and writes the page anew. */
export async function writeReport(report: LanguageReport): Promise<void> {
  const others = (await readReports()).filter(({ id }) => id !== report.id);
  const reports = [...others, report].toSorted((one, other) => one.id.localeCompare(other.id));
  await writeFile(results, `${JSON.stringify(reports, null, 2)}\n`);
  await writeFile(page, languagesPage(reports));
}
