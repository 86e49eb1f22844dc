import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildWatch } from '../languages/image-builder.ts';
import { runHostCommand } from './host-command.ts';

/** Names and exact versions. */
export type NpmPackages = Readonly<Record<string, string>>;

/**
 * Fetches packages with the host's npm, as `<name>.tgz` into `folder`. npm checks what it fetched, and keeps it in its own
 * cache, so that a second build needs no network.
 */
export async function fetchNpmPackages(
  packages: NpmPackages,
  folder: string,
  watch: BuildWatch,
): Promise<void> {
  for (const [name, version] of Object.entries(packages)) {
    watch.progress({ step: 0, steps: 0, detail: `fetching ${name} ${version}` });
    const inbox = await mkdtemp(join(folder, 'npm-'));
    const pack = ['npm', 'pack', `${name}@${version}`, '--pack-destination', inbox];
    await runHostCommand([...pack, '--prefer-offline', '--loglevel=error'], watch);
    const [file] = await readdir(inbox);
    if (file === undefined) throw new Error(`npm pack ${name}@${version} made no file.`);
    await rename(join(inbox, file), join(folder, `${name.replaceAll('/', '-')}.tgz`));
    await rm(inbox, { recursive: true });
  }
}

/** The packages for the engine's processor: `{arch}` in a name becomes npm's word for it. */
export function packagesFor(packages: NpmPackages, architecture: string): NpmPackages {
  const arch = { x86_64: 'x64', aarch64: 'arm64' }[architecture] ?? architecture;
  return Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [name.replaceAll('{arch}', arch), version]),
  );
}
