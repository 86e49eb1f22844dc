import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import type { ServerHealth } from '#protocol/health.ts';

/** Where the figures are from. */
export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryBytes: number;
  readonly kernel: string;
  readonly engine: string;
  readonly cgroup: string;
  readonly node: string;
  /** Programs that waited for a core in the minute before: more than none is somebody else's load. */
  readonly loadBefore: number;
}

export function machineOf({ engine }: ServerHealth, loadBefore: number): Machine {
  return {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? '',
    memoryBytes: totalmem(),
    kernel: release(),
    engine: engine.name,
    cgroup: engine.cgroup,
    node: process.versions.node,
    loadBefore,
  };
}

export function loadOfLastMinute(): number {
  return loadavg()[0] ?? Number.NaN;
}
