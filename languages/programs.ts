import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

/** What is needed of a language to read the programs in its folder. */
export interface ProgramsHome {
  readonly folder: string;
  readonly manifest: { readonly source: string };
}

/** A program as it is sent: one file, or all files of a folder. */
export interface Program {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly entry: string;
}

/** The programs in a folder of a language's, where files that end with one of `beside` say what is expected of them. */
export async function readPrograms(
  language: ProgramsHome,
  kind: 'conformance' | 'diagnostics' | 'matrix',
  beside: readonly string[],
): Promise<Program[]> {
  const folder = join(language.folder, kind);
  const entries = await readdir(folder, { withFileTypes: true });
  const programs = entries.filter((entry) => !beside.includes(extname(entry.name)));
  return await Promise.all(
    programs.map(async (program) => {
      const isFolder = program.isDirectory();
      const name = isFolder ? program.name : program.name.slice(0, -extname(program.name).length);
      const files = isFolder ? await filesIn(join(folder, name)) : [await fileAt(folder, program.name)];
      return { name, files, entry: isFolder ? language.manifest.source : program.name };
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
