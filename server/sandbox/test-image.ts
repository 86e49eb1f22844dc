import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { ensureBase } from './docker-base.ts';

const agentFolder = join(import.meta.dirname, '..', '..', 'agent');

/** The image that tests against the engine make sandboxes of: the agent and a shell. In milliseconds when it is there. */
export function testImage(engine: Dockerode): Promise<string> {
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  return ensureBase(engine, { agentFolder, instance: 'tests', proxies: {} }, watch);
}
