import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/** Every setting of the web server that the pages read: its name in the environment, its default, its meaning. */
const Environment = z.object({
  /** Where this server reaches the execution server. */
  EXECUTION_URL: origin.default('http://127.0.0.1:8082'),
  /** Where browsers reach it; when it is not set, port 8082 of the host they see this page on. */
  PUBLIC_EXECUTION_URL: origin.optional(),
  NODE_ENV: z.string().default('production'),
});

export type WebConfig = Readonly<z.infer<typeof Environment>>;

/** Throws when a setting does not fit. */
export function readWebConfig(): WebConfig {
  const set = Object.entries(process.env).filter(([, value]) => value !== '');
  return Object.freeze(Environment.parse(Object.fromEntries(set)));
}
