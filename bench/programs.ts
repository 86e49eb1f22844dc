import type { Language } from '#server/languages/language.ts';

/** The hello of one language, and how everybody else would run it. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly source: string;
  readonly code: string;
  readonly isCompiled: boolean;
  /** A line of shell that `command` needs once before, in the same folder. */
  readonly preparation?: string;
  /** A line of shell that runs `source` in the folder where it lies. */
  readonly command: string;
}

/** What every hello prints. */
export const greeting = 'Hello World\n';

/** GCC as it is installed: in an image of ours quicker programs stand in the place of two of its own (decision 0050). */
const plainGcc =
  'mkdir plain; [ ! -e "$(gcc -print-prog-name=cc1plus)-plain" ] || ln -s "$(gcc -print-prog-name=cc1plus)-plain" plain/cc1plus; ln -s /usr/bin/ld plain/ld';

const commands: Readonly<Record<string, string>> = {
  python: 'python3 hello.py',
  javascript: 'node hello.js',
  typescript: 'node hello.ts',
  c: 'gcc -Bplain/ -O2 hello.c -o hello && ./hello',
  cpp: 'g++ -Bplain/ -O2 hello.cpp -o hello && ./hello',
};

export const benchedLanguages: readonly string[] = Object.keys(commands);

/** `language` is ready: its image is built. */
export function helloOf(language: Language): Program {
  const { id, manifest, texts } = language;
  return {
    id,
    name: manifest.name,
    image: language.image ?? '',
    source: `hello${manifest.extensions[0]}`,
    code: texts.hello,
    isCompiled: manifest.kind === 'compiled',
    ...(manifest.kind === 'compiled' ? { preparation: plainGcc } : {}),
    command: commands[id] ?? '',
  };
}

let changes = 0;

/** The program with a comment that nobody has seen before, so that nothing that was compiled fits it. */
export function changed({ code }: Program): string {
  changes += 1;
  return `${code}/* ${Date.now()} ${changes} */\n`;
}
