import { printed } from './command.ts';
import { groupMemoryBytes, residentBytes } from './proc.ts';
import type { Stand } from './stand.ts';

export interface Memory {
  readonly serverIdleBytes: number;
  /** The largest of the agents' in idle sandboxes. */
  readonly agentBytes: number;
  /** By language, the largest of its idle warm sandboxes: all that counts against the limit. */
  readonly sandboxBytes: Readonly<Record<string, number>>;
}

interface Container {
  readonly Config: { readonly Image: string };
  readonly State: { readonly Pid: number };
}

/** Of a server and sandboxes that rest. */
export async function measureMemory(stand: Stand): Promise<Memory> {
  const { server, programs } = stand;
  const serverIdleBytes = residentBytes(server.pid);
  const containers = await inspect(await server.sandboxes());
  // Where the engine is another machine's, its processes are not here to be asked.
  const largest = (values: readonly number[]) => (values.length === 0 ? Number.NaN : Math.max(...values));
  return {
    serverIdleBytes,
    agentBytes: largest(containers.map(({ State }) => residentBytes(State.Pid))),
    sandboxBytes: Object.fromEntries(
      programs.map(({ id, image }) => {
        const own = containers.filter(({ Config }) => Config.Image === image);
        return [id, largest(own.map(({ State }) => groupMemoryBytes(State.Pid)))];
      }),
    ),
  };
}

async function inspect(ids: readonly string[]): Promise<Container[]> {
  const lines = await printed(['docker', 'inspect', '--format', '{{json .}}', ...ids]);
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
