import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Diagnostic } from '#protocol/run-event.ts';
import { type Program, type ProgramsHome, readPrograms } from './programs.ts';

/** A program with something wrong in it, and every diagnostic that must be told of it, in their order. */
export interface FaultyProgram extends Program {
  readonly expected: readonly Diagnostic[];
}

interface DiagnosticsHome extends ProgramsHome {
  readonly manifest: ProgramsHome['manifest'] & { readonly diagnostics: readonly unknown[] };
}

/** The programs in a language's `diagnostics/`, as languages/README.md describes them; none for one without rules. */
export async function readFaultyPrograms(language: DiagnosticsHome): Promise<FaultyProgram[]> {
  if (language.manifest.diagnostics.length === 0) return [];
  const programs = await readPrograms(language, 'diagnostics', ['.json']);
  return await Promise.all(
    programs.map(async (program) => {
      const text = await readFile(join(language.folder, 'diagnostics', `${program.name}.json`), 'utf8');
      return { ...program, expected: z.array(Diagnostic).parse(JSON.parse(text)) };
    }),
  );
}
