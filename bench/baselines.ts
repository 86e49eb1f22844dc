import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { printed } from './command.ts';
import { cpuFlags, dockerRun, flagsOf, type SandboxWalls } from './docker-run.ts';
import type { Program } from './programs.ts';
import { type ShellPlace, TimingShell } from './timing-shell.ts';

const systemFolder = '/usr/bin';

/** How everybody else would run a hello on this machine; what is not to be had here is left out. */
export interface Baseline {
  /** A bare process, with no sandbox and no limits, and what it is. */
  readonly bare?: TimingShell;
  readonly bareWhat: string;
  /** The same in the language's image, with the CPU allowance of a sandbox: for what is compiled. */
  readonly allowed?: TimingShell;
  dockerRun(): Promise<void>;
  /** Another bare process like the first one, for a second core. */
  another(): Promise<TimingShell>;
}

/** Baselines of several languages; they end together. */
export class Baselines implements AsyncDisposable {
  private readonly all = new Map<string, Baseline>();
  private readonly shells: TimingShell[] = [];
  private readonly tools = mkdtempSync(join(tmpdir(), 'bugdrill-bench-tools-'));

  private constructor(private readonly walls: SandboxWalls) {}

  static async open(programs: readonly Program[], walls: SandboxWalls): Promise<Baselines> {
    const baselines = new Baselines(walls);
    await baselines.fetchNode(programs);
    for (const program of programs) baselines.all.set(program.id, await baselines.baseline(program));
    return baselines;
  }

  of({ id }: Program): Baseline {
    const baseline = this.all.get(id);
    if (baseline === undefined) throw new Error(`there is no baseline of ${id}`);
    return baseline;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.shells.map((shell) => shell[Symbol.asyncDispose]()));
    rmSync(this.tools, { recursive: true, force: true });
  }

  /** The image's own Node, so that the same version is compared; where that fails, this machine's is used. */
  private async fetchNode(programs: readonly Program[]): Promise<void> {
    const image = programs.find(({ id }) => id === 'javascript')?.image;
    if (image === undefined) return;
    const container = (await printed(['docker', 'create', '--entrypoint', 'env', image])).trim();
    await printed(['docker', 'cp', `${container}:/usr/local/bin/node`, this.tools]).catch(() => undefined);
    await printed(['docker', 'rm', container]);
  }

  private async baseline(program: Program): Promise<Baseline> {
    const host: ShellPlace = { through: [], path: [this.tools, ...(await pythonFolders())] };
    const image: ShellPlace = { through: roomOf(program, []) };
    const onHost = await this.open(program, host);
    const bare = onHost ?? (await this.open(program, image));
    const allowed = program.isCompiled
      ? await this.open(program, { through: roomOf(program, cpuFlags(this.walls)) })
      : undefined;
    const flags = flagsOf(this.walls, program.isCompiled ? compileMemory() : undefined);
    return {
      ...(bare === undefined ? {} : { bare }),
      ...(allowed === undefined ? {} : { allowed }),
      bareWhat: onHost === undefined ? 'in its image, without limits' : 'on this machine',
      dockerRun: () => dockerRun(program, flags),
      another: async () => this.kept(await TimingShell.open(program, onHost === undefined ? image : host)),
    };
  }

  /** Undefined where the program does not run there. */
  private async open(program: Program, place: ShellPlace): Promise<TimingShell | undefined> {
    const shell = await TimingShell.open(program, place).catch(() => undefined);
    return shell && this.kept(shell);
  }

  private kept(shell: TimingShell): TimingShell {
    this.shells.push(shell);
    return shell;
  }
}

/** A container that lives long, with a work folder in memory as a sandbox's, and nothing held back but what is told. */
function roomOf({ image }: Program, limits: readonly string[]): string[] {
  const folder = ['--tmpfs', '/room:exec,mode=1777', '--workdir', '/room', '--log-driver', 'none'];
  const start = ['docker', 'run', '--rm', '-i', '--network', 'none', ...folder, ...limits];
  // A bash of the image: `env` finds it there.
  return [...start, '--entrypoint', 'env', image];
}

/**
 * Where the system's own Python is, or else the first one. Version managers put a script before the real interpreter, and
 * what people installed into theirs may run at every start: both would cost the bare process dear.
 */
async function pythonFolders(): Promise<string[]> {
  if (existsSync(join(systemFolder, 'python3'))) return [systemFolder];
  const script = 'import os, sys; print(os.path.dirname(sys.executable))';
  return await printed(['python3', '-c', script]).then(
    (folder) => [folder.trim()],
    () => [],
  );
}

function compileMemory(): number {
  return readConfig({}).COMPILE_MEMORY_BYTES;
}
