import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's clock tick as every Linux of today tells it to programs: a hundredth of a second. */
const tickMs = 10;

/** Resident memory of a process on this machine, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** CPU that a process has used, to a tick: for many runs together. */
export function processCpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(user) + Number(system)) * tickMs;
}

/** CPU that the threads of a process have used, to the microsecond; NaN where the kernel does not count it. */
export function threadsCpuMs(pid: number): number {
  const folder = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(folder).map((thread) =>
    Number(read(`${folder}/${thread}/schedstat`)?.split(' ')[0]),
  );
  return nanoseconds.reduce((sum, used) => sum + used, 0) / 1e6;
}

/** CPU that everything on this machine has used, the kernel too. */
export function machineCpuMs(): number {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = first
    .split(/\s+/)
    .slice(1)
    .map((ticks) => Number(ticks));
  return (user + nice + system + irq + softIrq) * tickMs;
}

/** All that the kernel counts against the memory limit of the process's group; NaN where that cannot be read. */
export function groupMemoryBytes(pid: number): number {
  const groups = (read(`/proc/${pid}/cgroup`) ?? '').split('\n').map((line) => line.split(':'));
  const ofMemory = groups.find(([, controllers]) => controllers?.split(',').includes('memory'));
  const [, , path] = ofMemory ?? groups.find(([id]) => id === '0') ?? [];
  const file = ofMemory
    ? `/sys/fs/cgroup/memory${path}/memory.usage_in_bytes`
    : `/sys/fs/cgroup${path}/memory.current`;
  return Number(read(file) ?? Number.NaN);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
