import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './command.ts';

/** What this machine lets us do by ourselves. */
export const isRoot = (): boolean => process.getuid?.() === 0;
export const hasApt = (): boolean => findProgram('apt-get') !== undefined;
export const hasSystemd = (): boolean => existsSync('/run/systemd/system');

/** System programs live in folders that a user's PATH often leaves out. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Installs Debian packages. Another apt at work (as on a machine that has just booted) is waited for. */
export async function installPackages(names: readonly string[], signal: AbortSignal): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  await mustRun(['apt-get', ...patient, 'update'], { signal, env });
  await mustRun(['apt-get', ...patient, 'install', '-y', ...names], { signal, env });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
