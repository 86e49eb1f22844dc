import {
  all,
  atMost,
  endsAs,
  everyAttemptRefused,
  hostProcessesAtMost,
  memoryWithin,
  nothingLeftRunning,
  nothingReadForIt,
  outputCutAtLimit,
  promptlyAfter,
  tells,
} from './judgements.ts';
import type { Probe } from './probe.ts';

const MiB = 1024 * 1024;
const refused = all(endsAs('ok'), everyAttemptRefused);

/** What the writable folders may hold together: the sandbox's tmpfs mounts, whatever backend made them. */
const diskBytes = (64 + 32 + 16) * MiB;
const sharedMemoryBytes = 16 * MiB;
const inodes = 3 * 16_384;

/** What would use up what is everybody's: each must end at its limit, and be told so. */
export const limitProbes: readonly Probe[] = [
  {
    name: 'fork bomb',
    file: 'fork-bomb.sh',
    limits: { wallMs: 1_500 },
    atBoot: true,
    judge: all(
      endsAs('time_limit', 'cpu_limit'),
      tells('process_limit'),
      hostProcessesAtMost(65),
      nothingLeftRunning,
      promptlyAfter(1_500),
    ),
  },
  {
    name: '10,000 threads',
    file: 'threads.c',
    judge: all(endsAs('ok'), atMost(64, /^started (\d+)$/gm, 'threads'), tells('process_limit')),
  },
  {
    name: 'memory hog',
    file: 'memory-hog.sh',
    atBoot: true,
    judge: all(endsAs('memory_limit'), memoryWithin),
  },
  {
    name: 'memory of no process (System V)',
    file: 'shared-memory.py',
    judge: all(endsAs('memory_limit'), memoryWithin),
  },
  {
    name: 'CPU burner',
    file: 'cpu-burner.py',
    limits: { cpuMs: 500, wallMs: 10_000 },
    judge: all(endsAs('cpu_limit'), promptlyAfter(2_000), nothingLeftRunning),
  },
  {
    name: 'disk filler',
    file: 'disk-filler.sh',
    atBoot: true,
    judge: all(
      endsAs('ok', 'memory_limit'),
      atMost(diskBytes, /^\/\S* (\d+)$/gm, 'bytes'),
      tells('disk_limit'),
    ),
  },
  {
    name: '/dev/shm filler',
    file: 'disk-filler.sh',
    judge: atMost(sharedMemoryBytes, /^\/dev\/shm (\d+)$/gm, 'bytes'),
  },
  {
    name: 'inode filler',
    file: 'inode-filler.py',
    limits: { wallMs: 20_000, cpuMs: 20_000 },
    judge: all(endsAs('ok', 'memory_limit'), atMost(inodes, /^\/\S+ (\d+) /gm, 'files')),
  },
  {
    name: 'flood of stdout',
    file: 'stdout-flood.sh',
    judge: all(outputCutAtLimit, promptlyAfter(1_000)),
  },
  {
    name: 'SIGTERM-ignoring program',
    file: 'sigterm-ignoring.sh',
    limits: { wallMs: 400 },
    judge: all(endsAs('time_limit'), promptlyAfter(400), nothingLeftRunning),
  },
  {
    name: 'orphan that outlives its parent',
    file: 'orphan.sh',
    judge: all(endsAs('ok'), promptlyAfter(300), nothingLeftRunning),
  },
  {
    name: 'double-forked daemon',
    file: 'daemon.py',
    judge: all(endsAs('ok'), promptlyAfter(300), nothingLeftRunning),
  },
  {
    name: 'closed and duplicated descriptors',
    file: 'descriptors.py',
    judge: all(refused, promptlyAfter(500), nothingLeftRunning),
  },
  { name: 'huge argv', file: 'huge-argv.py', judge: refused },
];

/** What would reach beyond the sandbox: every attempt must be refused. */
export const wallProbes: readonly Probe[] = [
  { name: 'the walls, as a shell sees them', file: 'walls.sh', atBoot: true, judge: refused },
  { name: 'network connect', file: 'network.py', judge: refused },
  { name: 'DNS', file: 'dns.py', judge: refused },
  { name: 'raw and odd sockets', file: 'raw-socket.c', judge: refused },
  { name: 'setuid', file: 'setuid.c', judge: refused },
  { name: 'mount', file: 'mount.c', judge: refused },
  { name: 'ptrace of the agent', file: 'ptrace-agent.c', judge: refused },
  { name: 'kill of PID 1', file: 'kill-agent.c', judge: refused },
  { name: '/proc and /sys writes', file: 'proc-and-sys.py', judge: refused },
  { name: 'Docker socket', file: 'docker-socket.sh', judge: refused },
  { name: 'devices', file: 'devices.c', judge: refused },
  {
    name: 'links, FIFOs and devices in the work folder and out/',
    file: 'file-tricks.py',
    judge: all(refused, nothingReadForIt, promptlyAfter(1_000)),
  },
  { name: 'keyring', file: 'keyring.c', judge: refused },
  { name: 'io_uring', file: 'io-uring.c', judge: refused },
  { name: 'user and other namespaces', file: 'namespaces.c', judge: refused },
  { name: 'clock changes', file: 'clock.c', judge: refused },
  { name: 'BPF, modules and other doors of the kernel', file: 'kernel-doors.c', judge: refused },
];

export const probes: readonly Probe[] = [...limitProbes, ...wallProbes];
