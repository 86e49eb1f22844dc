import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must be addresses or networks (CIDR)');

/** Items with commas between them. */
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));

/** Every setting of the web server that the pages read: its name in the environment, its default, its meaning. */
const Environment = z.object({
  /** Where this server reaches the execution server. */
  EXECUTION_URL: origin.default('http://127.0.0.1:8082'),
  /** Where browsers reach it; when it is not set, port 8082 of the host they see this page on. */
  PUBLIC_EXECUTION_URL: origin.optional(),
  /** The folder that both servers keep things in; here for the secret that they share. */
  DATA_DIR: z.string().default('.data'),
  /** That secret, or its file, where the data folder is not the execution server's. */
  BUGDRILL_SECRET: z.string().optional(),
  SECRET_FILE: z.string().optional(),
  /** Proxies whose `X-Forwarded-For` is believed: addresses and networks, with commas. */
  TRUSTED_PROXIES: list.pipe(z.array(Network)),
  /** Where the server listens, and the host names it answers to: `trust/hosts.ts` says which by default. */
  HOST: z.string().default('127.0.0.1'),
  ALLOWED_HOSTS: list,
  /** Snippets and revisions that one client may save in an hour, and reports that it may make; 0 is no limit. */
  RATE_LIMIT_SNIPPETS_PER_HOUR: z.coerce.number().int().min(0).default(600),
  RATE_LIMIT_REPORTS_PER_HOUR: z.coerce.number().int().min(0).default(20),
  NODE_ENV: z.string().default('production'),
});

export type WebConfig = Readonly<z.infer<typeof Environment>>;

/** Throws when a setting does not fit. */
export function readWebConfig(): WebConfig {
  const set = Object.entries(process.env).filter(([, value]) => value !== '');
  return Object.freeze(Environment.parse(Object.fromEntries(set)));
}
