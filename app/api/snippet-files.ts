import type { Zippable } from 'fflate';
import type { Snippet } from '#protocol/snippet.ts';
import { fetchLanguages, findLanguage } from '../_languages/languages.ts';

/** The name of the file that the code is: what the author named, or what the language calls it. */
export async function codeName({ entry, language }: Snippet): Promise<string> {
  return entry ?? findLanguage(await fetchLanguages(), language)?.source ?? 'code.txt';
}

/**
 * A snippet's files for an archive, in a folder of their own. Paths were parsed when they were saved and stay inside it;
 * what only some systems take for more than a name is replaced.
 */
export async function archiveOf(snippet: Snippet): Promise<Zippable> {
  const folder = `bugdrill-${snippet.id}`;
  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array) =>
    files.set(unique(`${folder}/${portable(path)}`, files), content);
  add(await codeName(snippet), Buffer.from(snippet.code));
  for (const { path, content, encoding } of snippet.files) add(path, Buffer.from(content, encoding));
  if (snippet.stdin !== '') add('input.txt', Buffer.from(snippet.stdin));
  // Built so, a file may be called `__proto__`.
  return Object.fromEntries([...files].map(([path, content]) => [path, new Uint8Array(content)]));
}

/** Drives, streams and wildcards of Windows; names that end in dots or spaces, which it cuts off. */
function portable(path: string): string {
  return path
    .split('/')
    .map((part) => part.replaceAll(/[<>:"|?*]/g, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length)))
    .join('/');
}

/** Some systems take `A` and `a` for one, and a name cannot be a file and a folder. */
function unique(path: string, taken: ReadonlyMap<string, unknown>): string {
  const others = [...taken.keys()].map((other) => other.toLowerCase());
  const isFree = (name: string) => {
    const wanted = name.toLowerCase();
    return !others.some(
      (other) => other === wanted || other.startsWith(`${wanted}/`) || wanted.startsWith(`${other}/`),
    );
  };
  let name = path;
  for (let count = 2; !isFree(name); count += 1) name = numbered(path, count);
  return name;
}

function numbered(path: string, count: number): string {
  const [folder = '', ...parts] = path.split('/');
  return [folder, `${count}`, ...parts].join('/');
}
