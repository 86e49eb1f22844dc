import { utf8Bytes } from './utf8-bytes.ts';

// Without the schema library: pages say what is wrong with a name while it is typed.

/** Characters that a path may have at most. */
export const longestPath = 200;
const longestPartBytes = 255;

/** Neither control characters nor backslashes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
export const pathPattern = /^[^\u0000-\u001f\u007f\\]+$/;

/** No part may be empty, `.` or `..` (such a path leaves the work folder, or names it), or longer than a file's name may be. */
export function staysInside(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && utf8Bytes(part) <= longestPartBytes);
}

/** What keeps a file from having this path beside the others, in words for people; undefined when nothing does. */
export function faultOfPath(path: string, others: readonly string[]): string | undefined {
  if (path === '') return 'A file needs a name.';
  if (path.length > longestPath) return `A name has at most ${longestPath} characters.`;
  if (!pathPattern.test(path)) return 'A name cannot hold backslashes or control characters.';
  if (!staysInside(path)) return 'A name cannot begin or end with /, nor hold //, . or .. as a folder.';
  if (others.includes(path)) return `There is a file ${path} already.`;
  if (others.some((other) => other.startsWith(`${path}/`))) return `${path} is a folder of another file.`;
  const folder = others.find((other) => path.startsWith(`${other}/`));
  return folder === undefined ? undefined : `${folder} is a file, and cannot be a folder.`;
}
