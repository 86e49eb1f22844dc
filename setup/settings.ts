import { join } from 'node:path';
import { type Config, readConfig } from '#server/config.ts';

/** What the two servers are told, so that they find each other. */
export interface Settings {
  readonly config: Config;
  readonly webPort: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Where a person opens the page, and where the execution server answers. */
  readonly webUrl: string;
  readonly executionUrl: string;
}

const defaultPort = 8082;

export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const config = readConfig(env);
  const webPort = Number(env['WEB_PORT'] || 8080);
  if (!Number.isInteger(webPort) || webPort < 1 || webPort > 65_535) {
    throw new Error(`The settings do not fit. WEB_PORT: «${env['WEB_PORT']}» is not a port.`);
  }
  const host = reachable(config.HOST);
  const executionUrl = `http://${host}:${config.PORT}`;
  const webUrl = `http://${host}:${webPort}`;
  return {
    config,
    webPort,
    environment: {
      HOST: config.HOST,
      DATA_DIR: config.DATA_DIR,
      EXECUTION_URL: executionUrl,
      ...(config.PORT === defaultPort || env['PUBLIC_EXECUTION_URL']
        ? {}
        : otherPort(config, executionUrl, webUrl)),
    },
    webUrl,
    executionUrl,
  };
}

/** Pages ask port 8082 of the host they are seen on, unless they are told another place: then that is another host. */
function otherPort(
  { ALLOWED_ORIGINS }: Config,
  executionUrl: string,
  webUrl: string,
): Record<string, string> {
  const pages = [webUrl, webUrl.replace('//localhost:', '//127.0.0.1:')];
  return { PUBLIC_EXECUTION_URL: executionUrl, ALLOWED_ORIGINS: [...ALLOWED_ORIGINS, ...pages].join(',') };
}

export function logFile(config: Config, name: string): string {
  return join(config.DATA_DIR, 'logs', `${name}.log`);
}

/** The name by which this machine reaches a server that listens at `host`. */
function reachable(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
