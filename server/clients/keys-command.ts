import { parseArgs } from 'node:util';
import { z } from 'zod';
import { changeKeyFile, KeyName, readKeyFile, type StoredKey } from './key-file.ts';
import { newKey } from './keys.ts';

const usage = `npm run keys -- create NAME [--runs-per-minute N]   make a key; it is shown once
npm run keys -- list                                who has one
npm run keys -- revoke NAME                         take it back, at once`;

/** `npm run keys`: does what the arguments ask for and answers what to print. Throws an error fit to be read. */
export function changeKeys(path: string, args: readonly string[]): string {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'runs-per-minute': { type: 'string' } },
  });
  const [action, name, ...rest] = positionals;
  if (rest.length > 0) throw new Error(usage);
  if (action === 'create' && name !== undefined) return create(path, name, values['runs-per-minute']);
  if (action === 'revoke' && name !== undefined) return revoke(path, name);
  if (action === 'list' && name === undefined) return list(path);
  throw new Error(usage);
}

function create(path: string, asked: string, limit: string | undefined): string {
  const name = checked(KeyName, asked);
  const runsPerMinute = limit === undefined ? undefined : checked(RunsPerMinute, limit);
  const { key, sha256 } = newKey();
  const stored: StoredKey = {
    name,
    sha256,
    createdAt: new Date().toISOString(),
    ...(runsPerMinute === undefined ? {} : { runsPerMinute }),
  };
  changeKeyFile(path, (keys) => {
    if (keys.some((other) => other.name === name)) throw new Error(`There is a key called ${name} already.`);
    return [...keys, stored];
  });
  return `${key}\n\nThis is the only time it is shown. Send it as "Authorization: Bearer ${key.slice(0, 8)}…".
From now on the execution server lets nobody in without a key.`;
}

function revoke(path: string, name: string): string {
  let left = 0;
  changeKeyFile(path, (keys) => {
    const others = keys.filter((key) => key.name !== name);
    if (others.length === keys.length) throw new Error(`There is no key called ${name}.`);
    left = others.length;
    return others;
  });
  const nobody = `\nIt was the last one: programs are locked out now. To open the server to all, remove ${path} and start it anew.`;
  return `${name} is revoked.${left === 0 ? nobody : ''}`;
}

function list(path: string): string {
  const keys = readKeyFile(path);
  if (keys === undefined) return 'There are no keys: whoever reaches the server may use it.';
  if (keys.length === 0) return 'There are no keys left: no program is let in.';
  return keys.map((key) => `${key.name.padEnd(24)} ${key.createdAt}  ${limitOf(key)}`).join('\n');
}

function limitOf({ runsPerMinute }: StoredKey): string {
  if (runsPerMinute === undefined) return 'the server’s limit';
  return runsPerMinute === 0 ? 'no limit' : `${runsPerMinute} runs a minute`;
}

const RunsPerMinute = z
  .string()
  .regex(/^\d{1,6}$/, '--runs-per-minute takes a whole number; 0 is no limit.')
  .transform(Number);

function checked<Value>(schema: z.ZodType<Value>, text: string): Value {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message);
  return parsed.data;
}
