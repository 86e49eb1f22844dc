import { z } from 'zod';

const Count = z.number().int().nonnegative();

/**
 * `starting` until a first language is ready; `degraded` when the engine does not answer, a language failed, or
 * the sandbox was not seen to hold.
 */
export const ServerHealth = z.object({
  status: z.enum(['starting', 'ok', 'degraded', 'stopping']),
  version: z.string(),
  uptimeSeconds: z.number(),
  engine: z.object({ reachable: z.boolean(), name: z.string(), cgroup: z.enum(['v1', 'v2', 'unknown']) }),
  languages: z.object({
    ready: z.array(z.string()),
    building: z.array(z.string()),
    failed: z.array(z.string()),
  }),
  pool: z.record(z.string(), z.object({ warm: Count, target: Count })),
  /** Whether sandboxes were seen to hold at this start; `failed` names the probes that got through. */
  selfTest: z.object({
    status: z.enum(['pending', 'held', 'failed']),
    probes: Count,
    failed: z.array(z.string()),
  }),
  queue: z.object({ running: Count, waiting: Count, width: Count, capacity: Count }),
});
export type ServerHealth = z.infer<typeof ServerHealth>;

export const WebHealth = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.object({ reachable: z.boolean() }),
  execution: z.object({ reachable: z.boolean(), status: z.string() }),
});
export type WebHealth = z.infer<typeof WebHealth>;
