import { readFileSync } from 'node:fs';
import type { TestServer } from '#server/test-server.ts';
import { inspect } from './docker-run.ts';

/** Resident memory of a process on this machine, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** Resident memory of the agent of each warm sandbox: it is PID 1 there, and an ordinary process here. */
export async function agentBytes(server: TestServer): Promise<number[]> {
  const containers = await server.containers();
  const pids = await Promise.all(containers.map((id) => inspect(id, '{{.State.Pid}}')));
  return pids.map((pid) => residentBytes(Number(pid)));
}
