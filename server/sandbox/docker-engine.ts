import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import type { Config } from '../config.ts';
import { engineConnections } from './docker-transport.ts';
import type { EngineState } from './sandbox.ts';

/** The client of an engine, for those outside this folder who hand it on. */
export type Engine = Dockerode;

export type EngineSettings = Pick<
  Config,
  'DOCKER_HOST' | 'DOCKER_TLS_VERIFY' | 'DOCKER_CERT_PATH' | 'XDG_RUNTIME_DIR'
>;

export interface EngineFacts {
  readonly state: EngineState;
  /** Podman speaks Docker's language, with fewer words for mounts. */
  readonly isPodman: boolean;
}

/** A call for which dockerode's own method takes no signal, or sends more than it should. */
export interface EngineCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly statusCodes: Readonly<Record<number, string | true>>;
  readonly abortSignal: AbortSignal;
  readonly options?: { readonly _query: Readonly<Record<string, string | number>> };
  readonly hijack?: boolean;
  readonly file?: Buffer;
}

const checkMs = 2_000;
const unreachable: EngineFacts = {
  state: { reachable: false, name: 'no engine', cgroup: 'unknown' },
  isPodman: false,
};

/** The first engine that answers; when none does, the likeliest one: it may come up later, and faults can name it. */
export async function findEngine(settings: EngineSettings): Promise<Dockerode> {
  const [likeliest, ...others] = engineAddresses(settings).map((address) => connectEngine(address, settings));
  if (!likeliest) throw new Error('There is no address at which an engine could be.');
  for (const engine of [likeliest, ...others]) {
    const state = await checkEngine(engine);
    if (state.reachable) return engine;
  }
  return likeliest;
}

/** Where an engine may be, likeliest first. */
export function engineAddresses(settings: EngineSettings): readonly string[] {
  if (settings.DOCKER_HOST) return [settings.DOCKER_HOST];
  const own = settings.XDG_RUNTIME_DIR;
  return [
    'unix:///var/run/docker.sock',
    ...(own ? [`unix://${own}/docker.sock`, `unix://${own}/podman/podman.sock`] : []),
    'unix:///run/podman/podman.sock',
  ];
}

/** Never throws: an engine that is away, hangs or talks nonsense is not reachable. */
export async function checkEngine(engine: Dockerode): Promise<EngineState> {
  return (await learnEngine(engine)).state;
}

export async function learnEngine(engine: Dockerode): Promise<EngineFacts> {
  try {
    const [version, info] = await within(checkMs, 'say what it is', (signal) =>
      Promise.all([askEngine(engine, '/version', signal), askEngine(engine, '/info', signal)]),
    );
    const isPodman = hasPodman(version);
    const name = `${isPodman ? 'Podman' : 'Docker'} ${(version as { Version: string }).Version}`;
    return { state: { reachable: true, name, cgroup: cgroupOf(info) }, isPodman };
  } catch {
    return unreachable;
  }
}

function askEngine(engine: Dockerode, path: string, abortSignal: AbortSignal): Promise<unknown> {
  return callEngine(engine, { method: 'GET', path, statusCodes: { 200: true }, abortSignal });
}

export function callEngine(engine: Dockerode, call: EngineCall): Promise<unknown> {
  return new Promise((resolve, reject) => {
    engine.modem.dial(call, (error: unknown, answer: unknown) => (error ? reject(error) : resolve(answer)));
  });
}

/**
 * Gives the work a signal that fires when it takes longer, and never after it is done. Settles no later than that,
 * whatever the work makes of its signal; the error says what the engine was `to` do.
 */
export async function within<Result>(
  ms: number,
  purpose: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`The engine took longer than ${ms} ms to ${purpose}.`);
      reject(error);
      deadline.abort(error);
    }, ms);
  });
  try {
    return await Promise.race([work(deadline.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

function connectEngine(address: string, settings: EngineSettings): Dockerode {
  const url = parseAddress(address);
  if (url?.protocol === 'unix:' && url.pathname !== '') {
    // An explicit `host` keeps dockerode from putting its own reading of the environment before the socket.
    return engineWith('http', { socketPath: url.pathname, host: undefined });
  }
  if (url?.protocol !== 'tcp:' || url.hostname === '') {
    throw new Error(`DOCKER_HOST: ${address} is neither unix:///path nor tcp://host:port.`);
  }
  if (!settings.DOCKER_TLS_VERIFY) {
    return engineWith('http', { host: url.hostname, port: url.port || 2375 });
  }
  const folder = settings.DOCKER_CERT_PATH ?? join(homedir(), '.docker');
  const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map((file) => readFileSync(join(folder, file)));
  return engineWith('https', { host: url.hostname, port: url.port || 2376, ca, cert, key });
}

/** The types of dockerode do not know that its modem takes an agent; it does. */
function engineWith(protocol: 'http' | 'https', place: Dockerode.DockerOptions): Dockerode {
  const engine = new Dockerode({ ...place, protocol });
  Object.assign(engine.modem, { agent: engineConnections(protocol) });
  return engine;
}

function parseAddress(address: string): URL | null {
  const text = address.includes('://') ? address : `tcp://${address}`;
  return URL.canParse(text) ? new URL(text) : null;
}

function hasPodman(version: unknown): boolean {
  const { Components } = version as { Components?: { Name: string }[] };
  return Components?.some(({ Name }) => Name.startsWith('Podman')) ?? false;
}

function cgroupOf(info: unknown): EngineState['cgroup'] {
  const version = (info as { CgroupVersion?: string }).CgroupVersion;
  return version === '1' ? 'v1' : version === '2' ? 'v2' : 'unknown';
}
