import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { mustRun } from './command.ts';
import { fingerprint } from './fingerprint.ts';

const sources = [
  'app',
  'protocol',
  'public',
  'prisma',
  'next.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'package.json',
];
const stamp = '.next/built-from';

/** Builds the web app, unless what stands there was built from the same sources. */
export async function buildWeb(stop: AbortSignal): Promise<string> {
  const hash = await fingerprint(process.cwd(), sources);
  if (await standsFor(hash)) return 'nothing changed';
  await rm(stamp, { force: true });
  await mustRun([process.execPath, 'node_modules/next/dist/bin/next', 'build'], { signal: stop, env: quiet });
  await writeFile(stamp, hash);
  return 'built';
}

/** Next asks nobody for updates and tells nobody what it does. */
export const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

async function standsFor(hash: string): Promise<boolean> {
  if (!existsSync('.next/BUILD_ID') || !existsSync(stamp)) return false;
  return (await readFile(stamp, 'utf8')) === hash;
}
