#!/usr/bin/env node
// The way into every command on a fresh clone: only what Node itself brings, until the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chdir, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { packagesAreInstalled } from './packages.mjs';

const commands = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  test: () => import('./test.ts'),
  compose: () => import('./compose.ts'),
  'verify:sandbox': () => import('./verify.ts'),
  soak: () => import('./soak.ts'),
  bench: () => import('./bench.ts'),
  languages: () => import('./languages-command.ts'),
};

chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNode();
const name = process.argv[2] ?? '';
if (!Object.hasOwn(commands, name)) refuse(`There is no command «${name}». Type: npm start`);
installPackages();
const { register } = await import('tsx/esm/api');
register();
const { main } = await commands[name]();
await main();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(
    `Bugdrill needs Node 20.19 or newer; this is ${process.version}. Type: npx -y -p node@22 -p npm npm ${name || 'start'}`,
  );
}

function installPackages() {
  const begin = performance.now();
  // An image of ours holds its packages, and nothing to install them from.
  if (!existsSync('package-lock.json') || packagesAreInstalled('.')) return;
  console.log('· Packages    npm ci');
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...args] = [...npm, 'ci', '--include=dev', '--no-progress'];
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) {
    const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
    refuse(
      `${said}\nThe packages could not be installed. When the package registry can be reached, type: npm ci`,
    );
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`✓ Packages    ${'as in package-lock.json'.padEnd(44)} ${seconds} s`);
}

function refuse(sentence) {
  console.error(`✗ ${sentence}`);
  if (process.argv[2] === 'test') console.log('0 passed, 1 failed');
  exit(1);
}
