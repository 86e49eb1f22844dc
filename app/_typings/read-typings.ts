import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Typings } from './typings.ts';

interface Source {
  /** The package here, and where a program's imports find its types. */
  readonly from: string;
  readonly to: string;
  /** What of it no program of ours can import, or only another compiler reads. */
  readonly without?: RegExp;
}

/** Node's own names, and the libraries that the images of JavaScript and TypeScript have. */
const sources: readonly Source[] = [
  { from: 'typings-of-node', to: '@types/node', without: /^(node_modules|ts5\.\d)\// },
  { from: 'undici-types', to: 'undici-types' },
  { from: '@types/lodash', to: '@types/lodash', without: /^fp(\/|\.)/ },
  { from: 'date-fns', to: 'date-fns', without: /^(fp|docs)(\/|\.)|\/cdn\./ },
  { from: 'zod', to: 'zod', without: /^(src|mini|v4-mini|v3)\/|^v4\/mini\// },
];

/** Reads the types of what a program on Node can import, from the packages in `root`. */
export async function readTypings(root: string): Promise<Typings> {
  const read = await Promise.all(sources.map((source) => readSource(root, source)));
  return Object.fromEntries(read.flat());
}

async function readSource(root: string, { from, to, without }: Source): Promise<[string, string][]> {
  const folder = join(root, 'node_modules', from);
  const names = await readdir(folder, { recursive: true });
  const wanted = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.d.ts') && !without?.test(name));
  return Promise.all(
    wanted.map(
      async (name) => [`${to}/${name}`, await readFile(join(folder, name), 'utf8')] as [string, string],
    ),
  );
}
