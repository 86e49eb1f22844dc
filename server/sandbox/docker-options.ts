import type { ContainerCreateOptions, HostConfig } from 'dockerode';
import { labels } from './docker-labels.ts';
import { type EngineState, type SandboxSpec, writableBytes } from './sandbox.ts';

const maxInodes = 16_384;
/** Half a CPU on average. The longest period that there is lets a program of half a second run without a pause. */
const cpu = { period: 1_000_000, quota: 500_000 };
/** Of a sandbox beside others that want more CPU than there is: as much as each other, or next to nothing. */
export const cpuShares = { full: 1024, least: 2 } as const;
/** Ours die before the host's own programs when the whole host is out of memory. */
const oomScoreAdj = 500;

export interface ContainerIdentity {
  readonly sandbox: string;
  readonly instance: string;
  readonly process: string;
}

export interface ContainerPlan {
  readonly spec: SandboxSpec;
  readonly identity: ContainerIdentity;
  /** The user that the sandbox's programs run as. */
  readonly uid: number;
  readonly cgroup: EngineState['cgroup'];
  readonly isPodman?: boolean;
  readonly runtime?: string | undefined;
  readonly network?: NetworkPlan | undefined;
}

/** An empty network namespace of the sandbox's own, when not said otherwise. */
export type NetworkPlan =
  /** The namespace of this holder, which no other sandbox is in. */
  | { readonly kind: 'joined'; readonly holder: string }
  /** Its own, and it is there to be joined. */
  | { readonly kind: 'held' };

/** Everything the engine is told about a sandbox's container. Its seccomp and AppArmor profiles stay the engine's defaults. */
export function containerOptions(plan: ContainerPlan): ContainerCreateOptions {
  const { identity, network, spec } = plan;
  return {
    name: containerName(identity.sandbox),
    Image: spec.image,
    Cmd: ['--uid', String(plan.uid)],
    User: '0:0',
    // With another's network comes its name, which is the same.
    ...(network?.kind === 'joined' ? {} : { Hostname: 'sandbox' }),
    Labels: {
      [labels.instance]: identity.instance,
      [labels.process]: identity.process,
      [labels.sandbox]: identity.sandbox,
      ...(network?.kind === 'held' ? { [labels.holder]: 'true' } : {}),
    },
    Tty: false,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    // The agent's stdin ends when the server goes away, however that goes away.
    StdinOnce: true,
    HostConfig: { ...isolation(plan), ...resources(plan) },
  };
}

export function containerName(sandbox: string): string {
  return `bugdrill-${sandbox}`;
}

function isolation(plan: ContainerPlan): HostConfig {
  const { network } = plan;
  return {
    NetworkMode: network?.kind === 'joined' ? `container:${containerName(network.holder)}` : 'none',
    IpcMode: 'private',
    CapDrop: ['ALL'],
    CapAdd: ['SETUID', 'SETGID', 'KILL'],
    SecurityOpt: ['no-new-privileges'],
    Privileged: false,
    ReadonlyRootfs: true,
    Tmpfs: writable(plan),
    LogConfig: { Type: 'none', Config: {} },
    Init: false,
    AutoRemove: false,
    RestartPolicy: { Name: 'no' },
  };
}

function resources({ spec, cgroup, runtime }: ContainerPlan): HostConfig {
  return {
    Memory: spec.memoryBytes,
    MemorySwap: spec.memoryBytes,
    // Version 2 knows no swappiness, and some engines refuse to be told of it.
    ...(cgroup === 'v1' ? { MemorySwappiness: 0 } : {}),
    OomScoreAdj: oomScoreAdj,
    CpuShares: cpuShares.full,
    CpuPeriod: cpu.period,
    CpuQuota: cpu.quota,
    PidsLimit: spec.processes,
    Ulimits: [
      { Name: 'core', Soft: 0, Hard: 0 },
      { Name: 'nofile', Soft: 4096, Hard: 4096 },
    ],
    ...(runtime ? { Runtime: runtime } : {}),
  };
}

/** Podman can be told neither owners nor counts of files: what files cost is bounded by the memory limit all the same. */
function writable({ uid, isPodman = false }: ContainerPlan): Record<string, string> {
  const bounded = (folder: keyof typeof writableBytes) =>
    `nosuid,nodev,size=${writableBytes[folder]}${isPodman ? '' : `,nr_inodes=${maxInodes}`}`;
  return {
    '/work': `exec,${bounded('/work')},${isPodman ? 'mode=1777' : `uid=${uid},gid=${uid},mode=0755`}`,
    '/tmp': `noexec,${bounded('/tmp')},mode=1777`,
    '/dev/shm': `noexec,${bounded('/dev/shm')},mode=1777`,
    // Podman adds this one by itself, without a bound.
    ...(isPodman ? { '/var/tmp': 'noexec,nosuid,nodev,size=4096,mode=0755' } : {}),
  };
}
