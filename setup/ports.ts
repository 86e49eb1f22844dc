import { createServer } from 'node:net';
import type { Settings } from './settings.ts';
import { CannotGoOn } from './step.ts';

/** Throws when another program has one of our ports, before anything else is done. */
export async function refuseTakenPorts({ config, webPort }: Settings): Promise<void> {
  await refuseTakenPort(config.HOST, webPort, 'WEB_PORT');
  await refuseTakenPort(config.HOST, config.PORT, 'PORT');
}

async function refuseTakenPort(host: string, port: number, setting: string): Promise<void> {
  const fault = await tryPort(host, port);
  if (fault === undefined) return;
  const reason = {
    EADDRINUSE: `Port ${port} of ${host} is taken by another program.`,
    EACCES: `This user may not listen on port ${port}.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine.`,
  }[fault];
  const command =
    fault === 'EADDRNOTAVAIL' ? 'HOST=127.0.0.1 npm start' : `${setting}=${port + 100} npm start`;
  throw new CannotGoOn(reason ?? `Port ${port} of ${host} cannot be used (${fault}).`, command);
}

/** The code of what is wrong with a port, or nothing. */
function tryPort(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
