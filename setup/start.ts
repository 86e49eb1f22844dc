import { WebHealth } from '#protocol/health.ts';
import { conduct } from './conduct.ts';
import { ask, until } from './health.ts';
import { tellTheRest, tellUntilFirst } from './languages.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareDatabase, prepareEngine } from './prepare.ts';
import { type ServerCommand, Servers } from './servers.ts';
import { logFile, readSettings, type Settings } from './settings.ts';
import { doneLine, step } from './step.ts';
import { buildWeb, quiet } from './web-build.ts';

/** `npm start`: sets everything up, runs both servers, and ends them when it is asked to end. */
export const main = () => conduct(start);

async function start(stop: AbortSignal): Promise<number> {
  const begin = performance.now();
  const settings = readSettings(process.env);
  await refuseTakenPorts(settings);
  await prepareEngine(settings, stop);
  await using servers = new Servers(settings.config.DRAIN_MS + 10_000);
  // The execution server builds the languages' images itself, so it comes first: the web app is built meanwhile.
  servers.start(executionServer(settings));
  return await servers.serve(stop, async (end) => {
    const first = tellUntilFirst(settings, end);
    const doors = Promise.all([first, openWeb(settings, servers, end)]);
    const ready = doors.then(() => console.log(doneLine('Ready', settings.webUrl, begin)));
    await Promise.all([ready, first.then((known) => tellTheRest(settings, known, end))]);
  });
}

async function openWeb(settings: Settings, servers: Servers, end: AbortSignal): Promise<void> {
  await prepareDatabase(end);
  await step('Web app', 'building it', () => buildWeb(end));
  servers.start(webServer(settings));
  await until(async () => (await ask(`${settings.webUrl}/health`, WebHealth)) !== undefined, end);
}

function executionServer({ config, environment }: Settings): ServerCommand {
  return {
    name: 'execution server',
    // A young generation of 1 MB is collected before it grows: 118 MB resident after a start instead of 163.
    argv: ['--max-semi-space-size=1', '--import', 'tsx', 'server/main.ts'],
    env: { ...environment, PORT: String(config.PORT) },
    logFile: logFile(config, 'execution-server'),
  };
}

function webServer({ config, environment, webPort }: Settings): ServerCommand {
  return {
    name: 'web server',
    argv: ['node_modules/next/dist/bin/next', 'start', '-p', String(webPort), '-H', config.HOST],
    env: { ...environment, ...quiet },
    logFile: logFile(config, 'web-server'),
  };
}
