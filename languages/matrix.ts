import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ExecuteRequest } from '#protocol/execute.ts';
import type { FormatAnswer, FormatRequest } from '#protocol/format.ts';
import type { Language } from '#server/languages/language.ts';
import { matrixChecks } from '#server/languages/manifest.ts';
import { readConformance } from './conformance.ts';
import { readFaultyPrograms } from './diagnostics.ts';
import { type Check, checks, hello, type Observed, prints } from './matrix-checks.ts';
import { type Program, readPrograms } from './programs.ts';

/** What the columns of the table are, in their order. */
export const columns = ['hello', ...matrixChecks, 'format', 'conformance', 'diagnostics'] as const;
export type Column = (typeof columns)[number];

/** What came of one check of a language. `unfit` and `failed` say why. */
export interface Finding {
  readonly column: Column;
  readonly verdict: 'passed' | 'failed' | 'unfit';
  readonly why?: string;
}

/** Where programs are run. */
export interface MatrixDoor {
  observe(request: ExecuteRequest): Promise<Observed>;
  format(request: FormatRequest): Promise<FormatAnswer>;
}

/** Checks what is asked of a language, unsaid all that is promised; answers each finding once, as it comes. */
export async function* walkMatrix(
  language: Language,
  door: MatrixDoor,
  asked: readonly Column[] = columns,
): AsyncGenerator<Finding> {
  const { id, texts, manifest } = language;
  const helloSeen = await door.observe({ language: id, code: texts.hello });
  yield finding('hello', [hello.judge(helloSeen, { language, source: texts.hello })]);
  const programs = new Map((await readMatrix(language)).map((program) => [program.name, program]));
  for (const column of matrixChecks.filter((check) => asked.includes(check))) {
    const reason = manifest.without[column];
    if (reason !== undefined) yield { column, verdict: 'unfit', why: reason };
    else
      yield finding(column, [
        await tryCheck(language, door, {
          check: checks[column],
          name: checks[column].program ?? column,
          programs,
        }),
      ]);
  }
  if (asked.includes('format')) yield await tryFormat(language, door);
  if (asked.includes('conformance')) yield finding('conformance', await tryConformance(language, door));
  if (asked.includes('diagnostics')) yield finding('diagnostics', await tryDiagnostics(language, door));
}

/** The programs of `matrix/`. One of a single file stands at the place of the language's usual source. */
export async function readMatrix(language: Language): Promise<Program[]> {
  const { source } = language.manifest;
  const programs = await readPrograms(language, 'matrix', ['.out']);
  return programs.map((program) => {
    const [only, ...others] = program.files;
    if (only === undefined || others.length > 0) return program;
    return { ...program, entry: source, files: [{ ...only, path: source }] };
  });
}

interface Trial {
  readonly check: Check;
  readonly name: string;
  readonly programs: ReadonlyMap<string, Program>;
}

async function tryCheck(
  language: Language,
  door: MatrixDoor,
  { check, name, programs }: Trial,
): Promise<string | undefined> {
  const program = programs.get(name);
  if (program === undefined) return `there is no ${name} in matrix/`;
  const { files, entry } = program;
  const observed = await door.observe({
    language: language.id,
    files: files.map((file) => ({ ...file, encoding: 'utf8' })),
    entry,
    ...check.request,
  });
  return check.judge(observed, { language, source: files.find(({ path }) => path === entry)?.content ?? '' });
}

async function tryFormat(language: Language, door: MatrixDoor): Promise<Finding> {
  const { id, manifest, folder } = language;
  if (manifest.formatter === undefined) return { column: 'format', verdict: 'unfit', why: 'no formatter' };
  const path = (extension: string) => join(folder, 'matrix', `format${extension}`);
  const code = await readFile(path(extname(manifest.source)), 'utf8');
  const expected = await readFile(path('.out'), 'utf8');
  const { formatted, message } = await door.format({ language: id, code });
  const again = await door.format({ language: id, code: expected });
  return finding('format', [
    formatted === expected ? undefined : `made ${JSON.stringify(formatted)} of it; ${message}`,
    again.changed ? 'changes what it made itself' : undefined,
  ]);
}

async function tryConformance(language: Language, door: MatrixDoor): Promise<(string | undefined)[]> {
  const wrong: (string | undefined)[] = [];
  for (const { name, files, entry, stdin, expected } of await readConformance(language)) {
    const sent = files.map((file) => ({ ...file, encoding: 'utf8' as const }));
    const observed = await door.observe({ language: language.id, files: sent, entry, stdin });
    const why = prints(expected)(observed, { language, source: '' });
    wrong.push(why && `${name}: ${why}`);
  }
  return wrong;
}

async function tryDiagnostics(language: Language, door: MatrixDoor): Promise<(string | undefined)[]> {
  if (language.manifest.diagnostics.length === 0) return ['there are no rules'];
  const wrong: (string | undefined)[] = [];
  for (const { name, files, entry, expected } of await readFaultyPrograms(language)) {
    const sent = files.map((file) => ({ ...file, encoding: 'utf8' as const }));
    const { answer } = await door.observe({ language: language.id, files: sent, entry });
    if (!isDeepStrictEqual(answer.diagnostics, expected))
      wrong.push(
        `${name}: told ${JSON.stringify(answer.diagnostics)} instead of ${JSON.stringify(expected)}`,
      );
  }
  return wrong;
}

function finding(column: Column, wrong: readonly (string | undefined)[]): Finding {
  const why = wrong.filter((what) => what !== undefined).join('; ');
  return why === '' ? { column, verdict: 'passed' } : { column, verdict: 'failed', why };
}
