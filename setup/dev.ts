import { conduct } from './conduct.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareDatabase, prepareEngine } from './prepare.ts';
import { type ServerCommand, Servers } from './servers.ts';
import { readSettings, type Settings } from './settings.ts';

/** `npm run dev`: both servers in this terminal, each starting anew or reloading when its sources change. */
export const main = () => conduct(develop);

async function develop(stop: AbortSignal): Promise<number> {
  const settings = readSettings(process.env);
  await refuseTakenPorts(settings);
  await prepareEngine(settings, stop);
  await prepareDatabase(stop);
  await using servers = new Servers(settings.config.DRAIN_MS + 10_000);
  servers.start(executionServer(settings));
  servers.start(webServer(settings));
  return await servers.serve(stop, () => Promise.resolve());
}

function executionServer({ config, environment }: Settings): ServerCommand {
  return {
    name: 'execution server',
    argv: ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
    env: { ...environment, PORT: String(config.PORT) },
  };
}

function webServer({ config, environment, webPort }: Settings): ServerCommand {
  return {
    name: 'web server',
    argv: ['node_modules/next/dist/bin/next', 'dev', '-p', String(webPort), '-H', config.HOST],
    env: { ...environment, NEXT_TELEMETRY_DISABLED: '1' },
  };
}
