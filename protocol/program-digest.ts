import { createHash } from 'node:crypto';
import type { RunRequest } from './run-request.ts';

type Program = Pick<RunRequest, 'language' | 'code' | 'files' | 'entry' | 'stdin' | 'args' | 'env' | 'tests'>;

/**
 * SHA-256 of what was run, in hex: equal for a run and a snippet of the same program. Tests bring their own input and
 * arguments, and are the same ones whether or not they are hidden from others.
 */
export function programDigest({ language, code, files, entry, env, ...given }: Program): string {
  const { tests, stdin, args } = given;
  const asked = tests.length > 0 ? { tests: tests.map(({ hidden: _, ...test }) => test) } : { stdin, args };
  const program = { language, code, files, entry, env, ...asked };
  return createHash('sha256').update(JSON.stringify(program, inOrder)).digest('hex');
}

/** Whatever order an object's names were written in, they count as the same. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
