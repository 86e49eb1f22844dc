import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#server/config.ts';
import { checkEngine, findEngine } from '#server/sandbox/docker-engine.ts';
import { lastLines, mustRun } from './command.ts';
import { findProgram, hasApt, hasSystemd, installPackages, isRoot } from './machine.ts';
import { CannotGoOn } from './step.ts';

const socket = '/var/run/docker.sock';
const startMs = 60_000;

/** Finds an engine that answers, or installs and starts one where we may. Answers its name. */
export async function ensureEngine(config: Config, stop: AbortSignal): Promise<string> {
  const found = await engineName(config);
  if (found) return found;
  refuseWhatWeMayNot(config);
  if (!findProgram('dockerd')) await installPackages(['docker.io'], stop);
  const isDead = await startEngine(config, stop);
  return await waitForEngine(config, { stop, isDead });
}

async function engineName(config: Config): Promise<string | undefined> {
  const state = await checkEngine(await findEngine(config));
  return state.reachable ? state.name : undefined;
}

function refuseWhatWeMayNot({ DOCKER_HOST }: Config): void {
  if (DOCKER_HOST) {
    throw new CannotGoOn(`No engine answers at DOCKER_HOST=${DOCKER_HOST}.`, 'unset DOCKER_HOST');
  }
  if (process.platform !== 'linux') {
    throw new CannotGoOn('No Docker engine answers; start Docker Desktop first.', 'npm start');
  }
  if (existsSync(socket) && !mayUse(socket)) {
    throw new CannotGoOn(
      `This user may not use ${socket}.`,
      'sudo usermod -aG docker "$USER" && newgrp docker',
    );
  }
  if (!isRoot()) {
    const install = findProgram('dockerd')
      ? 'sudo systemctl start docker'
      : 'sudo apt-get install -y docker.io';
    throw new CannotGoOn('No Docker engine answers, and only root can install or start one.', install);
  }
  if (!findProgram('dockerd') && !hasApt()) {
    const sentence =
      'No Docker engine answers, and this system has no apt-get: install Docker, and start it.';
    throw new CannotGoOn(sentence, 'systemctl start docker');
  }
}

function mayUse(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

interface Wait {
  readonly stop: AbortSignal;
  /** Whether there is nothing to wait for any more. */
  readonly isDead: () => boolean;
}

/** Without systemd the engine gets a session of its own: it outlives us, as an engine does. */
async function startEngine({ DATA_DIR }: Config, stop: AbortSignal): Promise<Wait['isDead']> {
  if (hasSystemd()) {
    await mustRun(['systemctl', 'start', 'docker'], { signal: stop });
    return () => false;
  }
  const log = openSync(engineLog(DATA_DIR), 'w');
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const engine = spawn(findProgram('dockerd') ?? 'dockerd', [], {
    detached: true,
    stdio: ['ignore', log, log],
    env,
  });
  closeSync(log);
  engine.unref();
  return () => engine.exitCode !== null || engine.signalCode !== null;
}

async function waitForEngine(config: Config, { stop, isDead }: Wait): Promise<string> {
  const deadline = performance.now() + startMs;
  while (performance.now() < deadline && !isDead()) {
    const name = await engineName(config);
    if (name) return name;
    await pause(200, undefined, { signal: stop });
  }
  const log = engineLog(config.DATA_DIR);
  const said = existsSync(log) ? ` Its last lines: ${lastLines(readFileSync(log, 'utf8'), 3)}` : '';
  throw new CannotGoOn(`The Docker engine was started and does not answer.${said}`, `less ${log}`);
}

function engineLog(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'dockerd.log');
}
