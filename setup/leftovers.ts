import type { Config } from '#server/config.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { labels } from '#server/sandbox/docker-labels.ts';

/** Whose containers the engine holds: the instance ids of the servers that made them. */
export async function containerOwners(config: Config): Promise<ReadonlySet<string>> {
  const engine = await findEngine(config);
  const containers = await engine.listContainers({ all: true, filters: { label: [labels.instance] } });
  return new Set(containers.map((container) => container.Labels[labels.instance] ?? ''));
}
