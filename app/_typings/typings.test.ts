import { readdirSync, readFileSync } from 'node:fs';
// @ts-expect-error: the class of the editor's worker has no declarations
import { TypeScriptWorker } from 'monaco-editor/languages/features/typescript/tsWorker';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTypings } from './read-typings.ts';
import { nodeCompilerOptions, type Typings, typingsFolder } from './typings.ts';

interface Fault {
  readonly messageText: string | { readonly messageText: string };
}
interface Worker {
  getSemanticDiagnostics(file: string): Promise<Fault[]>;
  getSyntacticDiagnostics(file: string): Promise<Fault[]>;
  getCompletionsAtPosition(
    file: string,
    at: number,
  ): Promise<{ readonly entries: readonly { readonly name: string }[] } | undefined>;
}

const root = new URL('../../', import.meta.url).pathname;
let open: { readonly path: string; readonly text: string }[] = [];
let version = 0;
let worker: Worker;

/** The editor's own worker, with these files open; one for all, which has read the types once. */
function workerWith(files: Readonly<Record<string, string>>): Worker {
  open = Object.entries(files).map(([path, text]) => ({ path, text }));
  version += 1;
  return worker;
}

function openModels() {
  return open.map(({ path, text }) => ({
    uri: { path: `/work/${path}`, toString: () => `file:///work/${path}` },
    version,
    getValue: () => text,
  }));
}

async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const asked = workerWith(files);
  const found = await Promise.all(
    Object.keys(files).flatMap((path) => [
      asked.getSyntacticDiagnostics(`file:///work/${path}`),
      asked.getSemanticDiagnostics(`file:///work/${path}`),
    ]),
  );
  return found
    .flat()
    .map(({ messageText }) => (typeof messageText === 'string' ? messageText : messageText.messageText));
}

/** A program of a folder: one file, or a folder of several. */
function programsIn(folder: string): [string, Record<string, string>][] {
  const at = new URL(`../../languages/${folder}/`, import.meta.url);
  return readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.m?ts$/.test(entry.name))
    .map((entry) => {
      const own = entry.isDirectory() ? `${entry.name}/` : entry.name;
      const names = entry.isDirectory() ? filesIn(new URL(own, at)) : [''];
      const texts = names.map((name) => [name || entry.name, readFileSync(new URL(own + name, at), 'utf8')]);
      return [`${folder}/${entry.name}`, Object.fromEntries(texts)];
    });
}

function filesIn(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
}

beforeAll(async () => {
  const typings: Typings = await readTypings(root);
  const extraLibs = Object.fromEntries(
    Object.entries(typings).map(([path, content]) => [`${typingsFolder}/${path}`, { content, version: 1 }]),
  );
  worker = new TypeScriptWorker(
    { getMirrorModels: openModels },
    { compilerOptions: nodeCompilerOptions, extraLibs, inlayHintsOptions: {} },
  );
});

describe('TypeScript with the types of what the image has', () => {
  it.each(programsIn('typescript/conformance'))('finds no fault in %s', async (_, files) => {
    expect(await faultsOf(files)).toEqual([]);
  });

  it('finds none in the template and the hello', async () => {
    for (const name of ['template.ts', 'hello.ts'])
      expect(
        await faultsOf({ 'main.ts': readFileSync(`${root}languages/typescript/${name}`, 'utf8') }),
      ).toEqual([]);
  });

  it('marks a wrong type, of Node’s names too', async () => {
    const text = `import { readFileSync } from 'node:fs';\nconst size: number = readFileSync('a', 'utf8');\n`;
    expect(await faultsOf({ 'main.ts': text })).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ]);
  });

  it('marks what neither Node nor the image has: the page’s own names, other packages', async () => {
    expect(await faultsOf({ 'main.ts': `import 'node:fs';\ndocument.title = 'x';\n` })).toHaveLength(1);
    expect(await faultsOf({ 'main.ts': `import { x } from 'left-pad';\nx();\n` })).toHaveLength(1);
  });

  it.each([
    [`import { readF } from 'node:fs';`, 'readF', 'readFileSync'],
    [`import { addD } from 'date-fns';`, 'addD', 'addDays'],
    [`import _ from 'lodash';\n_.grou`, '_.grou', 'groupBy'],
    [`import { z } from 'zod';\nz.obj`, 'z.obj', 'object'],
    [`process.std`, 'process.std', 'stdin'],
  ])('knows what goes on after %j', async (text, before, name) => {
    const at = text.indexOf(before) + before.length;
    const found = await workerWith({ 'main.ts': text }).getCompletionsAtPosition('file:///work/main.ts', at);
    expect(found?.entries.map((entry) => entry.name)).toContain(name);
  });
});
