import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { type OnceOutput, runOnce } from '#server/sandbox/docker-once.ts';
import { TestServer } from '#server/test-server.ts';

const folder = import.meta.dirname;
const catalog = await readCatalog(folder, ['c', 'cpp']);
const engine = await findEngine({});
/** GCC as it is installed, without what stands in the place of its programs. */
const plain = `mkdir plain && ln -s "$(gcc -print-prog-name=cc1plus)-plain" plain/cc1plus && ln -s /usr/bin/ld plain/ld`;
const patienceMs = 180_000;

let image: string;
beforeAll(async () => {
  await using server = await TestServer.startReady({ LANGUAGES: 'c,cpp' });
  const answer = await server.execute(
    { language: 'c', code: 'int main(void) {}' },
    { headers: { Accept: 'application/x-ndjson' } },
  );
  const events = (await answer.text()).trim().split('\n');
  const started = events.map((line): RunEvent => JSON.parse(line)).find(({ type }) => type === 'started');
  image = started?.type === 'started' ? started.image : '';
});

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

test('headers are compiled ahead with the flags of the manifest', async () => {
  const script = await readFile(`${folder}/c/image/quicken.sh`, 'utf8');
  expect(/g\+\+ (.*) -x c\+\+-header/.exec(script)?.[1]).toBe(flagsOf('cpp'));
});

test.each(['iostream', 'bits/stdc++.h'])(
  'GCC takes the <%s> that was compiled ahead',
  async (header) => {
    const ask = `g++ ${flagsOf('cpp')} -I/usr/share/bugdrill/headers -Winvalid-pch -H -fsyntax-only main.cpp`;
    const said = await shell(`printf '#include <${header}>\n' > main.cpp && ${ask}`);
    expect(said.exitCode).toBe(0);
    expect(said.stderr.split('\n')[0]).toBe(`! /usr/share/bugdrill/headers/${header}.gch`);
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
      // The names of temporary files are chance.
      const said = (how: string) =>
        `(${compiler} ${how} ${flags} ${file} -o program 2>&1 || true) | sed 's,/tmp/cc[A-Za-z0-9]*,TEMPORARY,g'`;
      const write = `${plain}; printf '%s' "$TEXT" > ${file}`;
      const { stdout } = await shell(`${write}; ${said('')}; echo AGAIN; ${said('-Bplain/')}`, text);
      const [quick, plainly] = stdout.split('AGAIN\n');
      expect(quick).not.toBe('');
      expect(quick).toBe(plainly);
    },
    patienceMs,
  );
});
