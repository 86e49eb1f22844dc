import { z } from 'zod';
import { columns } from './matrix.ts';

const MB = 1_000_000;

/** What was seen of one language, in `docs/languages.json`. */
export const LanguageReport = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  /** Of its own image, beyond the base that all share; null when it has the image of another. */
  bytes: z.number().int().nullable(),
  buildSeconds: z.number().nullable(),
  /** How long the hello took, from the request to its end, the first time and right after it. */
  helloMs: z.strictObject({ first: z.number().int(), again: z.number().int() }),
  formatter: z.string().nullable(),
  libraries: z.array(z.string()),
  date: z.iso.date(),
  findings: z.array(
    z.strictObject({
      column: z.enum(columns),
      verdict: z.enum(['passed', 'failed', 'unfit']),
      why: z.string().optional(),
    }),
  ),
});
export type LanguageReport = z.infer<typeof LanguageReport>;

export const LanguageReports = z.array(LanguageReport);

const marks = { passed: '✓', failed: '✗', unfit: '–' } as const;

/** The page `docs/LANGUAGES.md`. */
export function languagesPage(reports: readonly LanguageReport[]): string {
  const sorted = reports.toSorted((one, other) => one.name.localeCompare(other.name));
  const bytes = reports.reduce((sum, report) => sum + (report.bytes ?? 0), 0);
  const seconds = reports.reduce((sum, report) => sum + (report.buildSeconds ?? 0), 0);
  return `# Languages

Written by \`npm run languages -- test\`, never by hand; what each check is stands in [languages/README.md](../languages/README.md).

${reports.length} languages. Their images take ${gigabytes(bytes)} beyond the base that they share, and took ${(seconds / 60).toFixed(0)} minutes to build, one after the other.

${table(['language', 'id', 'version', 'image MB', 'built in s', 'hello ms, first / again', 'formatter', 'libraries'], sorted.map(rowOf))}

## What was checked

✓ as it must be, ✗ not, – does not fit the language.

${table(['language', ...columns], sorted.map(checkedRow))}
${notes(sorted)}`;
}

function rowOf(report: LanguageReport): string[] {
  const { name, id, version, bytes, buildSeconds, helloMs, formatter, libraries } = report;
  return [
    name,
    `\`${id}\``,
    version,
    bytes === null ? 'shared' : (bytes / MB).toFixed(0),
    buildSeconds === null ? '' : buildSeconds.toFixed(0),
    `${helloMs.first} / ${helloMs.again}`,
    formatter ?? '',
    libraries.join(', '),
  ];
}

function checkedRow({ name, findings }: LanguageReport): string[] {
  return [
    name,
    ...columns.map((column) => {
      const found = findings.find((finding) => finding.column === column);
      return found ? marks[found.verdict] : '';
    }),
  ];
}

function notes(reports: readonly LanguageReport[]): string {
  const lines = reports.flatMap(({ name, findings }) =>
    findings.flatMap(({ column, verdict, why }) =>
      why === undefined ? [] : [`- ${marks[verdict]} ${name}, ${column}: ${why.replaceAll('\n', ' ')}`],
    ),
  );
  return lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1000 / MB).toFixed(1)} GB`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
