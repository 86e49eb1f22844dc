import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const MiB = 1024 * 1024;
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const countOrNone = (fallback: number) => z.coerce.number().int().min(0).default(fallback);
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

/** An address or a network: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`. */
const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must be addresses or networks (CIDR)');

/** Every setting of the execution server: its name in the environment, its default, its meaning. */
const Environment = z.object({
  /** Where the two doors listen. Anything but a loopback address lets other machines in. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8082),
  /** Origins (`https://play.example.org`) whose pages may use this server, beside pages of the same host. */
  ALLOWED_ORIGINS: list,
  /** Host names this server answers to; by default only loopback names when HOST is a loopback address, else any. */
  ALLOWED_HOSTS: list,
  /** Proxies whose `X-Forwarded-For` is believed: addresses and networks. Without any, a client is who connects. */
  TRUSTED_PROXIES: list.pipe(z.array(Network)),
  /** The secret that the web server shares: unset, it is made at the first start and kept in SECRET_FILE. */
  BUGDRILL_SECRET: z.string().optional(),
  /** Unset, `secret` in DATA_DIR. */
  SECRET_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The folder of everything that outlives a start: database, instance id, build stage. */
  DATA_DIR: z.string().default('.data'),
  /** The engine, as the docker command line takes it: `unix:///path` or `tcp://host:port`. */
  DOCKER_HOST: z.string().optional(),
  /** Not empty: `tcp://` is spoken over TLS, with `ca.pem`, `cert.pem` and `key.pem` of DOCKER_CERT_PATH. */
  DOCKER_TLS_VERIFY: z.string().optional(),
  DOCKER_CERT_PATH: z.string().optional(),
  /** Where rootless engines have their sockets. */
  XDG_RUNTIME_DIR: z.string().optional(),
  /** Another OCI runtime that the engine knows: crun, runsc, kata. */
  SANDBOX_RUNTIME: z.string().optional(),
  /** True runs programs even where the self-test at the start saw that a sandbox does not hold. */
  ALLOW_UNVERIFIED_SANDBOX: z.stringbool().default(false),
  /** Languages to offer, by id; empty is all of them. */
  LANGUAGES: list,
  /** Runs at once: as many as the machine can give half a CPU each, which is what a sandbox may use. */
  MAX_CONCURRENT_RUNS: count(2 * availableParallelism()),
  /** Runs beyond those that may have begun: most runs are short, and need not wait for long ones. */
  MAX_RUNS_ASIDE: countOrNone(12),
  MAX_QUEUED_RUNS: count(64),
  /** What one client (an API key, or an address) may have: runs at once with those that wait, and connections. */
  MAX_RUNS_PER_CLIENT: count(50),
  MAX_SOCKETS_PER_CLIENT: count(100),
  /** Runs that one client may start in the long run, 0 for no limit, and how many of them at once after a pause. */
  RATE_LIMIT_RUNS_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  RATE_LIMIT_BURST: count(120),
  /** Connections of all clients together, on both doors. */
  MAX_CONNECTIONS: count(2000),
  /** Those of one address, whatever comes on them, and never more than half of all. */
  MAX_CONNECTIONS_PER_CLIENT: count(200),
  /** Warm sandboxes a language may keep, however much it is in demand; 0 turns the pool off. */
  POOL_MAX_WARM: countOrNone(8),
  /** Memory for warm sandboxes of all languages together. */
  POOL_MEMORY_BYTES: count(1024 * MiB),
  /** Idle containers that lend their empty network to one sandbox after the other; 0 gives each sandbox its own. */
  NETWORK_HOLDERS: countOrNone(8),
  /** Whether a sandbox, proven clean, serves again: nobody, the client that it served (`owner`), or `any` client. */
  SANDBOX_REUSE: z.enum(['off', 'owner', 'any']).default('off'),
  /** How many runs a sandbox may serve then. */
  SANDBOX_REUSE_RUNS: count(100),
  RUN_TIME_MS: count(10_000),
  RUN_TIME_CAP_MS: count(60_000),
  RUN_MEMORY_BYTES: count(128 * MiB),
  RUN_MEMORY_CAP_BYTES: count(512 * MiB),
  RUN_OUTPUT_BYTES: count(1 * MiB),
  RUN_OUTPUT_CAP_BYTES: count(16 * MiB),
  RUN_PROCESSES: count(64),
  RUN_PROCESSES_CAP: count(256),
  COMPILE_TIME_MS: count(60_000),
  COMPILE_TIME_CAP_MS: count(120_000),
  COMPILE_MEMORY_BYTES: count(512 * MiB),
  COMPILE_MEMORY_CAP_BYTES: count(1024 * MiB),
  /** What answers of identical runs may take in memory, for requests that ask for it; 0 turns it off. */
  RESULT_CACHE_BYTES: countOrNone(64 * MiB),
  /** What compiled programs may take in memory; 0 turns it off. */
  COMPILE_CACHE_BYTES: countOrNone(128 * MiB),
  /** How image builds reach the network, where they need a proxy for it. */
  HTTP_PROXY: z.string().optional(),
  HTTPS_PROXY: z.string().optional(),
  NO_PROXY: z.string().optional(),
  /** How long a run goes on without its client, and how long after its end it can still be asked for. */
  RESUME_MS: z.coerce.number().int().min(0).default(60_000),
  /** How long after its end what a run did can be kept with a snippet. */
  RECORDING_MS: z.coerce.number().int().min(0).default(1_800_000),
  /** How long runs under way may take to end after SIGTERM before they are interrupted. */
  DRAIN_MS: z.coerce.number().int().min(0).default(3_000),
});

export type Config = Readonly<z.infer<typeof Environment>>;

/** Reads and checks the environment. Throws one error that names every wrong setting. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings do not fit. ${wrong.join('; ')}`);
  }
  return Object.freeze({ ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) });
}

/** The proxies that are set, by the names that programs look for: apt knows only those in lower case. */
export function proxiesOf({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY }: Config): Record<string, string> {
  const proxies = Object.entries({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY });
  const set = proxies.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(
    set.flatMap(([name, value]) => [
      [name, value],
      [name.toLowerCase(), value],
    ]),
  );
}

/** `PORT=` in a compose file means "not set", not the empty string. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
