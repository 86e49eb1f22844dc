import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { recipeOf } from '#server/languages/recipe.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { DockerImages } from '#server/sandbox/docker-images.ts';
import { type OnceOutput, runOnce } from '#server/sandbox/docker-once.ts';

const folder = import.meta.dirname;
const catalog = await readCatalog(folder, ['c', 'cpp', 'cpp23']);
const engine = await findEngine({});
/** GCC as it is installed, without what stands in the place of its programs. */
const plain = `mkdir plain && ln -s "$(gcc -print-prog-name=cc1plus)-plain" plain/cc1plus && ln -s /usr/bin/ld plain/ld`;
const patienceMs = 180_000;

let image: string;
beforeAll(async () => {
  const [c] = catalog.all();
  if (!c) throw new Error('C is no language any more.');
  const settings = { agentFolder: 'agent', instance: 'tests', proxies: {}, dataDir: '.data/tests' };
  const watch = { signal: AbortSignal.timeout(patienceMs * 2), progress: () => undefined };
  ({ image } = await new DockerImages(engine, settings).build(recipeOf(c), watch));
}, patienceMs * 2);

function flagsOf(id: string): string {
  const compile = catalog.all().find((language) => language.id === id)?.manifest.compile ?? [];
  const rest = compile.slice(1).filter((word) => word.startsWith('-') && word !== '-o');
  return rest.join(' ');
}

/** What a shell says that finds the program's text in `$TEXT`. */
function shell(script: string, text = ''): Promise<OnceOutput> {
  const once = { image, argv: ['/bin/sh', '-ec', script], env: [`TEXT=${text}`], instance: 'tests' };
  return runOnce(engine, once, AbortSignal.timeout(patienceMs));
}

test('headers are compiled ahead with the flags of the manifests', async () => {
  const script = await readFile(`${folder}/c/image/quicken.sh`, 'utf8');
  const flags = [...script.matchAll(/g\+\+ (.*) -x c\+\+-header/g)].map((match) => match[1]);
  expect(flags).toEqual([flagsOf('cpp'), flagsOf('cpp23')]);
});

const headers = ['iostream', 'bits/stdc++.h'];
test.each(['cpp', 'cpp23'].flatMap((id) => headers.map((header) => [id, header] as const)))(
  'in %s GCC takes the <%s> that was compiled ahead',
  async (id, header) => {
    const ask = `g++ ${flagsOf(id)} -I/usr/share/bugdrill/headers -H -fsyntax-only main.cpp`;
    const said = await shell(`printf '#include <${header}>\n' > main.cpp && ${ask}`);
    expect(said.exitCode).toBe(0);
    // Those that are tried in vain before it are marked otherwise.
    const taken = said.stderr.split('\n').filter((line) => line.startsWith('!'));
    expect(taken).toEqual([
      expect.stringMatching(`^! /usr/share/bugdrill/headers/${header.replaceAll('+', '\\+')}.gch/`),
    ]);
  },
  patienceMs,
);

describe('what is said is what GCC says as it is installed, to the letter', () => {
  const cpp: readonly [string, string][] = [
    ['a name that no header declares', '#include <iostream>\nint main() { std::map<int, int> m; }\n'],
    [
      'an error inside the library',
      '\n#include <iostream>\nstruct A {};\nint main() { std::cout << A(); }\n',
    ],
    ['a warning', '#include <iostream>\nint main() { int unused; }\n'],
  ];
  const c: readonly [string, string][] = [
    ['a function that is nowhere', 'int nowhere(void);\nint main(void) { return nowhere(); }\n'],
    ['a dangerous function', '#include <stdio.h>\nchar *tmpnam(char *);\nint main(void) { tmpnam(0); }\n'],
    [
      'an executable stack',
      'void call(void (*)(void));\nvoid call(void (*f)(void)) { f(); }\nint main(void) { volatile int n = 0; void f(void) { n++; } call(f); return n - 1; }\n',
    ],
  ];
  const programs = [
    ...cpp.map(([name, text]) => ({ name, text, compiler: 'g++', flags: flagsOf('cpp'), file: 'main.cpp' })),
    ...c.map(([name, text]) => ({ name, text, compiler: 'gcc', flags: flagsOf('c'), file: 'main.c' })),
  ];
  test.each(programs)(
    '$compiler: $name',
    async ({ text, compiler, flags, file }) => {
      // The names of temporary files are chance, and GNU ld is called by where it stands.
      const said = async (how: string) => {
        const compile = `(${compiler} ${how} ${flags} ${file} -o program 2>&1 || true) | sed 's,/tmp/cc[A-Za-z0-9]*,TEMPORARY,g; s,^plain/ld:,/usr/bin/ld:,'`;
        return (await shell(`${plain}; printf '%s' "$TEXT" > ${file}; ${compile}`, text)).stdout;
      };
      const quick = await said('');
      expect(quick).not.toBe('');
      expect(quick).toBe(await said('-Bplain/'));
    },
    patienceMs,
  );
});
