import { constants, existsSync } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuShares } from './docker-options.ts';

/** The limits of a container that change while it lives. */
export interface ChangingLimits {
  /** Of memory and swap together. */
  readonly memoryBytes?: number;
  readonly processes?: number;
  /** True: only the CPU that nobody else wants. */
  readonly yieldsCpu?: boolean;
}

/** A container as this machine may see it: the engine's name for it, and its first process. */
export interface ContainerProcess {
  readonly id: string;
  readonly pid: number;
}

interface LimitFiles {
  readonly memory: string;
  /** Of memory and swap together, never lower than that of memory. Only version 1 has it, and not on every kernel. */
  readonly memoryAndSwap?: string;
  readonly processes: string;
  readonly cpu: string;
  readonly leastCpu: number;
}

/**
 * The control groups of a container, as the kernel shows them to this process. A limit that is written there holds in a
 * fraction of a millisecond; the engine starts a process of its own for each change, which takes tens.
 */
export class HostCgroup {
  private constructor(
    private readonly files: LimitFiles,
    /** The share of the CPU that the engine gave it, in the file's own unit. */
    private readonly fullCpu: string,
  ) {}

  /**
   * Undefined where they cannot be written: without root, on a read-only mount, with an engine on another machine or in
   * another namespace of processes.
   */
  static async find({ id, pid }: ContainerProcess, proc = '/proc'): Promise<HostCgroup | undefined> {
    try {
      const [groups, mounts] = await Promise.all([
        readFile(join(proc, String(pid), 'cgroup'), 'utf8'),
        readFile(join(proc, 'self/mountinfo'), 'utf8'),
      ]);
      const files = limitFiles(new Folders(id, groups, mounts));
      const needed = [files.memory, files.processes, files.cpu];
      await Promise.all(needed.map((path) => access(path, constants.R_OK | constants.W_OK)));
      return new HostCgroup(files, await readFile(files.cpu, 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** Throws when a limit does not hold then: `EBUSY` when it is below what is in use, `ENOENT` when the container is gone. */
  async set({ memoryBytes, processes, yieldsCpu }: ChangingLimits): Promise<void> {
    const { files, fullCpu } = this;
    if (memoryBytes !== undefined) await this.setMemory(memoryBytes);
    if (processes !== undefined) await write(files.processes, processes);
    if (yieldsCpu !== undefined) await write(files.cpu, yieldsCpu ? files.leastCpu : fullCpu);
  }

  private async setMemory(bytes: number): Promise<void> {
    const { memory, memoryAndSwap } = this.files;
    const isRaised = bytes > Number(await readFile(memory, 'utf8'));
    if (isRaised) await writeIfThere(memoryAndSwap, bytes);
    await write(memory, bytes);
    if (!isRaised) await writeIfThere(memoryAndSwap, bytes);
  }
}

function limitFiles(folders: Folders): LimitFiles {
  const { unified } = folders;
  if (unified !== undefined) {
    const at = (name: string) => join(unified, name);
    return { memory: at('memory.max'), processes: at('pids.max'), cpu: at('cpu.weight'), leastCpu: 1 };
  }
  const memory = folders.of('memory');
  return {
    memory: join(memory, 'memory.limit_in_bytes'),
    memoryAndSwap: join(memory, 'memory.memsw.limit_in_bytes'),
    processes: join(folders.of('pids'), 'pids.max'),
    cpu: join(folders.of('cpu'), 'cpu.shares'),
    leastCpu: cpuShares.least,
  };
}

interface Mount {
  /** What of the hierarchy is mounted. */
  readonly root: string;
  readonly place: string;
  /** The controllers of version 1, `cgroup2` for version 2. */
  readonly words: ReadonlySet<string>;
}

/** Where a container's control groups are, by `cgroups(7)` and `proc_pid_mountinfo(5)`. */
class Folders {
  private readonly groups: readonly { readonly controllers: readonly string[]; readonly path: string }[];
  private readonly mounts: readonly Mount[];

  constructor(
    private readonly id: string,
    groups: string,
    mounts: string,
  ) {
    this.groups = groups.split('\n').flatMap((line) => {
      const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
      return path === undefined ? [] : [{ controllers: controllers?.split(',') ?? [], path }];
    });
    this.mounts = mounts.split('\n').flatMap(mountOf);
  }

  /** Of version 2; undefined where version 1 has the controllers, beside which version 2 may be there without any. */
  get unified(): string | undefined {
    const isFirst = this.groups.some(({ controllers }) => controllers.includes('memory'));
    return isFirst ? undefined : this.folder('', 'cgroup2');
  }

  /** Of a controller of version 1. */
  of(controller: string): string {
    return this.folder(controller, controller);
  }

  private folder(controller: string, word: string): string {
    const path = this.groups.find(({ controllers }) => controllers.includes(controller))?.path;
    const mount = this.mounts.find(({ words }) => words.has(word));
    // Of a process that has not the container's name, somebody else would get the limit.
    if (path === undefined || mount === undefined || !path.includes(this.id))
      throw new Error('not seen here');
    const within = mount.root !== '/' && path.startsWith(mount.root) ? path.slice(mount.root.length) : path;
    return join(mount.place, within);
  }
}

function mountOf(line: string): Mount[] {
  const [before = '', after = ''] = line.split(' - ');
  const [, , , root = '', place = ''] = before.split(' ');
  const [type = '', , options = ''] = after.split(' ');
  if (type === 'cgroup2') return [{ root, place, words: new Set([type]) }];
  return type === 'cgroup' ? [{ root, place, words: new Set(options.split(',')) }] : [];
}

/** Never makes a file. */
async function write(path: string, value: number | string): Promise<void> {
  await writeFile(path, String(value), { flag: 'r+' });
}

async function writeIfThere(path: string | undefined, value: number): Promise<void> {
  if (path !== undefined && existsSync(path)) await write(path, value);
}
