import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

/** A program that a language must run as its own command line would, and what it must print. */
export interface ConformanceProgram {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly entry: string;
  readonly stdin: string;
  /** All of stdout. */
  readonly expected: string;
}

/** The programs in a language's `conformance/`, as languages/README.md describes them. */
export async function readConformance(language: {
  readonly folder: string;
  readonly manifest: { readonly source: string };
}): Promise<ConformanceProgram[]> {
  const folder = join(language.folder, 'conformance');
  const entries = await readdir(folder, { withFileTypes: true });
  const programs = entries.filter((entry) => !['.in', '.out'].includes(extname(entry.name)));
  return await Promise.all(
    programs.map(async (program) => {
      const name = program.isDirectory()
        ? program.name
        : program.name.slice(0, -extname(program.name).length);
      const files = program.isDirectory()
        ? await filesIn(join(folder, name))
        : [await fileAt(folder, program.name)];
      const entry = program.isDirectory() ? language.manifest.source : program.name;
      const stdin = await readFile(join(folder, `${name}.in`), 'utf8').catch(() => '');
      return { name, files, entry, stdin, expected: await readFile(join(folder, `${name}.out`), 'utf8') };
    }),
  );
}

async function filesIn(folder: string): Promise<{ path: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(
    files.map((entry) => fileAt(folder, relative(folder, join(entry.parentPath, entry.name)))),
  );
}

async function fileAt(folder: string, path: string): Promise<{ path: string; content: string }> {
  return { path, content: await readFile(join(folder, path), 'utf8') };
}
