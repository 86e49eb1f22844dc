import { printed } from './command.ts';
import { greeting, type Program } from './programs.ts';

/** Unprivileged, as a sandbox's users are. */
const uid = 20_000;

/** What the engine says of a sandbox's container, as far as `docker run` can be told the same. */
export interface SandboxWalls {
  readonly Memory: number;
  readonly CpuPeriod: number;
  readonly CpuQuota: number;
  readonly PidsLimit: number | null;
  readonly OomScoreAdj: number;
  readonly Tmpfs: Readonly<Record<string, string>> | null;
  readonly Ulimits: readonly { readonly Name: string; readonly Soft: number; readonly Hard: number }[] | null;
}

export async function wallsOf(container: string): Promise<SandboxWalls> {
  return JSON.parse(await printed(['docker', 'inspect', '--format', '{{json .HostConfig}}', container]));
}

/** The flags of `docker run` that hold a container as tightly as that sandbox: no looser, so that nobody gains by it. */
export function flagsOf(walls: SandboxWalls, memoryBytes = walls.Memory): string[] {
  const folders = Object.entries(walls.Tmpfs ?? {}).flatMap(([folder, options]) => [
    '--tmpfs',
    // The work folder belongs to the sandbox's user; here that is another one.
    `${folder}:${options.replace(/uid=\d+,gid=\d+/, `uid=${uid},gid=${uid}`)}`,
  ]);
  const ulimits = (walls.Ulimits ?? []).flatMap(({ Name, Soft, Hard }) => [
    '--ulimit',
    `${Name}=${Soft}:${Hard}`,
  ]);
  const memory = ['--memory', `${memoryBytes}b`, '--memory-swap', `${memoryBytes}b`];
  const processes = walls.PidsLimit ? ['--pids-limit', `${walls.PidsLimit}`] : [];
  const isolation = ['--network', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];
  const rest = ['--read-only', '--log-driver', 'none', '--oom-score-adj', `${walls.OomScoreAdj}`];
  const user = ['--user', `${uid}:${uid}`, '--workdir', '/work'];
  return [
    ...memory,
    ...processes,
    ...cpuFlags(walls),
    ...isolation,
    ...rest,
    ...folders,
    ...ulimits,
    ...user,
  ];
}

export function cpuFlags({ CpuPeriod, CpuQuota }: SandboxWalls): string[] {
  if (CpuQuota <= 0) return [];
  const period = CpuPeriod > 0 ? ['--cpu-period', `${CpuPeriod}`] : [];
  return [...period, '--cpu-quota', `${CpuQuota}`];
}

/** What everybody can do without us: `docker run --rm` of the same program in the same image. */
export async function dockerRun(program: Program, flags: readonly string[]): Promise<void> {
  const { source, preparation = ':', command } = program;
  const script = `cat >${source}; ${preparation}; ${command}`;
  const shell = ['--entrypoint', 'sh', program.image, '-c', script];
  const said = await printed(['docker', 'run', '--rm', '-i', ...flags, ...shell], program.code);
  if (said !== greeting) throw new Error(`docker run printed ${JSON.stringify(said.slice(0, 100))}`);
}
