import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Program, type ProgramsHome, readPrograms } from './programs.ts';

/** A program that a language must run as its own command line would, and what it must print. */
export interface ConformanceProgram extends Program {
  readonly stdin: string;
  /** All of stdout. */
  readonly expected: string;
}

/** The programs in a language's `conformance/`, as languages/README.md describes them. */
export async function readConformance(language: ProgramsHome): Promise<ConformanceProgram[]> {
  const folder = join(language.folder, 'conformance');
  const programs = await readPrograms(language, 'conformance', ['.in', '.out']);
  return await Promise.all(
    programs.map(async (program) => {
      const stdin = await readFile(join(folder, `${program.name}.in`), 'utf8').catch(() => '');
      const expected = await readFile(join(folder, `${program.name}.out`), 'utf8');
      return { ...program, stdin, expected };
    }),
  );
}
