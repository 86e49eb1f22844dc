import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { debianImage, ensureDebian } from '#server/sandbox/docker-debian.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { runCommand } from './command.ts';
import { conduct } from './conduct.ts';
import { prepareEngine } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { CannotGoOn, step } from './step.ts';

/** `npm run compose`: docker compose, on a Debian image that is made from packages where no registry answers. */
export const main = () => conduct(compose, { exitCodeWhenStopped: 130 });

const authorities = '/usr/local/share/ca-certificates';

async function compose(stop: AbortSignal): Promise<number> {
  const settings = readSettings(process.env);
  await prepareEngine(settings, stop);
  await step('Debian', `pulling or making ${debianImage}`, () => ensureBase(settings, stop));
  await copyAuthorities();
  const command = await composeCommand(stop);
  const asked = process.argv.slice(3);
  return await inTerminal([...command, ...(asked.length > 0 ? asked : ['up', '--build', '--detach'])]);
}

async function ensureBase({ config }: Settings, signal: AbortSignal): Promise<string> {
  await ensureDebian(await findEngine(config), { signal, progress: () => undefined });
  return debianImage;
}

/** Where this machine's network has authorities of its own, what is fetched during the build needs them too. */
async function copyAuthorities(): Promise<void> {
  const names = await readdir(authorities).catch(() => []);
  const own = names.filter((name) => name.endsWith('.crt'));
  await Promise.all(own.map((name) => copyFile(join(authorities, name), join('deploy/certificates', name))));
}

async function composeCommand(signal: AbortSignal): Promise<readonly string[]> {
  for (const command of [['docker', 'compose'], ['docker-compose']]) {
    const end = await runCommand([...command, 'version'], { signal }).catch(() => undefined);
    if (end?.exitCode === 0) return command;
  }
  throw new CannotGoOn('Docker Compose is not here.', 'sudo apt-get install -y docker-compose');
}

/** Compose gets the terminal, and answers Ctrl-C itself. */
async function inTerminal([file = '', ...args]: readonly string[]): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, BASE: debianImage } });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
