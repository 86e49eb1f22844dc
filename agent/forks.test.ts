import { expect, test } from 'vitest';
import { encodeBoot } from '#server/sandbox/frames.ts';
import type { SandboxStep } from '#server/sandbox/sandbox.ts';
import { TestSandbox } from './testing/sandbox.ts';

const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' };
const limits = { processes: 63, openFiles: 256, fileBytes: 32 * 1024 * 1024 };
/** What may live besides the program: the agent, and what serves forks. */
const ours = 2;

/** Up at once, serves forks when it is told to; each then waits for its step, and does what its first argument says. */
const hook = `
import os, sys
started = os.getpid()
def take(length):
    data = b''
    while len(data) < length:
        piece = os.read(3, length - len(data))
        if not piece: os._exit(0)
        data += piece
    return data
if os.environ.pop('BUGDRILL_FORKS', None):
    import _imp
    from _frozen_importlib import ModuleSpec
    try: _imp.create_dynamic(ModuleSpec('forks', None, origin='/usr/local/lib/bugdrill/forks.so'))
    except StopIteration: pass
args = sys.argv[1:]
if os.environ.pop('BUGDRILL_BOOT', None):
    os.write(3, b'!')
    message = take(int.from_bytes(take(4), 'little'))
    os.close(3)
    count, at = int.from_bytes(message[:2], 'little'), 2
    for _ in range(count):
        length = int.from_bytes(message[at:at + 2], 'little')
        args.append(message[at + 2:at + 2 + length].decode())
        at += 2 + length
exec(args[0])`;

const step: SandboxStep = {
  argv: ['python3', '-c', hook],
  env,
  ...limits,
  wallMs: 20_000,
  cpuMs: 0,
  booted: true,
};
const boot = { ...step, forked: true };

class Forking implements AsyncDisposable {
  private constructor(readonly sandbox: TestSandbox) {}

  static async make(more: object = {}): Promise<Forking> {
    return new Forking(await TestSandbox.make({ processes: limits.processes + ours, ...more }));
  }

  /** What the code prints in a fork; it must have gone on in one. */
  async run(code: string, more: Partial<SandboxStep> = {}) {
    expect(await this.sandbox.boot(boot)).toBe(true);
    const ran = await this.sandbox.run([...step.argv, code], { ...step, ...more });
    expect(ran.exit.booted).toBe(true);
    return ran;
  }

  /** The same, and then the sandbox is as new. */
  async serve(code: string, more: Partial<SandboxStep> = {}): Promise<string> {
    const { stdout, stderr } = await this.run(code, more);
    await this.sandbox.reset();
    return stderr === '' ? stdout.trim() : stderr;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** The one process that is neither the agent nor the program. */
const findServer = `
server = [int(name) for name in os.listdir('/proc') if name.isdigit() and int(name) not in (1, os.getpid())]
server = server[0] if len(server) == 1 else server
`;

test('each program is a fork of one that was started once, and a child of the agent', async () => {
  await using forking = await Forking.make();
  const look = `${findServer}\nprint(started == server, os.getppid(), os.getsid(0) == os.getpid(), server, hash('a'), id(sys))`;
  const first = await forking.serve(look);
  expect(first).toMatch(/^True 1 True \d+ -?\d+ \d+$/);
  for (let time = 0; time < 3; time += 1) expect(await forking.serve(look)).toBe(first);
});

test('the server is nobody’s: a user of its own, which may do nothing but become the sandbox’s', async () => {
  await using forking = await Forking.make();
  const status = JSON.parse(
    await forking.serve(`${findServer}
import json
lines = dict(line.split(':', 1) for line in open(f'/proc/{server}/status'))
told = {name: ' '.join(lines[name].split()) for name in ('Groups', 'CapInh', 'CapPrm', 'CapEff', 'CapAmb', 'NoNewPrivs', 'Seccomp')}
told['Uid'] = [int(uid) - os.getuid() for uid in lines['Uid'].split()]
told['Gid'] = [int(gid) - os.getgid() for gid in lines['Gid'].split()]
told['oom'] = int(open(f'/proc/{server}/oom_score_adj').read())
told['owner'] = os.stat(f'/proc/{server}/fd').st_uid
told['session'] = os.getsid(server) == server
print(json.dumps(told))`),
  );
  const changeUserAndGroup = '00000000000000c0';
  expect(status).toEqual({
    ...{ Groups: '', NoNewPrivs: '1', Seccomp: '2', Uid: [512, 512, 512, 512], Gid: [512, 512, 512, 512] },
    ...{ CapInh: changeUserAndGroup, CapPrm: changeUserAndGroup },
    ...{ CapEff: changeUserAndGroup, CapAmb: changeUserAndGroup },
    ...{ oom: 500, owner: 0, session: true },
  });
});

test('a fork has no more than what is started plainly: no capability, no descriptor, no memory that others write', async () => {
  await using forking = await Forking.make();
  const look = `
import json, resource
lines = dict(line.split(':', 1) for line in open('/proc/self/status'))
told = {name: ' '.join(lines[name].split()) for name in lines if name in ('Uid', 'Gid', 'Groups', 'NoNewPrivs', 'Seccomp', 'Seccomp_filters', 'SigBlk', 'SigIgn', 'SigCgt', 'Umask') or name.startswith('Cap')}
told['limits'] = {name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith('RLIMIT_')}
told['descriptors'] = [(name, os.readlink(f'/proc/self/fd/{name}').split(':')[0]) for name in sorted(os.listdir('/proc/self/fd')) if os.path.exists(f'/proc/self/fd/{name}')]
told['shared'] = [line for line in open('/proc/self/maps') if line.split()[1].startswith('rw') and line.split()[1].endswith('s')]
told['owner'] = os.stat('/proc/self/fd').st_uid == os.getuid()
told['oom'] = open('/proc/self/oom_score_adj').read()
told['place'] = os.getcwd()
told['slack'] = open('/proc/self/timerslack_ns').read()
print(json.dumps(told))`;
  const forked = JSON.parse(await forking.serve(look));
  expect(await forking.sandbox.boot(boot)).toBe(true);
  const plain = await forking.sandbox.run([...step.argv, look], { ...step, booted: false });
  expect(plain.exit.booted).toBe(false);
  expect(forked).toEqual(JSON.parse(plain.stdout));
  expect(forked).toMatchObject({ CapPrm: '0000000000000000', CapAmb: '0000000000000000', shared: [] });
});

test('no program can stop, trace, read, slow down or limit the server', async () => {
  await using forking = await Forking.make();
  const told = `${findServer}\nprint(server, open(f'/proc/{server}/stat').read().rsplit(')', 1)[1].split()[16:21], os.sched_getaffinity(server), os.getpriority(os.PRIO_PROCESS, server))`;
  const before = await forking.serve(told);
  const attack = `${findServer}
import ctypes, errno, resource, signal
libc = ctypes.CDLL(None, use_errno=True)
ATTACH, SEIZE, ATTACH_ALL = 16, 0x4206, 1 << 20
READ_MEMORY, PIDFD_OPEN, PIDFD_GETFD, KCMP = 310, 434, 438, 312
def called(number, *args):
    if libc.syscall(number, *args) < 0: raise OSError(ctypes.get_errno(), 'refused')
def traced(request):
    if libc.ptrace(request, server, None, None) < 0: raise OSError(ctypes.get_errno(), 'refused')
def stolen():
    door = libc.syscall(PIDFD_OPEN, server, 0)
    called(PIDFD_GETFD, door, 3, 0)
room = ctypes.create_string_buffer(64)
vector = (ctypes.c_void_p * 2)(ctypes.addressof(room), 64)
attacks = {
    **{f'signal {number}': lambda number=number: os.kill(server, number) for number in (1, 2, 9, 15, 18, 19, 0)},
    'group': lambda: os.killpg(server, 9),
    'attach': lambda: traced(ATTACH), 'seize': lambda: traced(SEIZE),
    'memory': lambda: called(READ_MEMORY, server, vector, 1, vector, 1, 0),
    'descriptor': stolen, 'compare': lambda: called(KCMP, os.getpid(), server, 1, 0, 0),
    'limit': lambda: resource.prlimit(server, resource.RLIMIT_NOFILE, (3, 3)),
    'see limit': lambda: resource.prlimit(server, resource.RLIMIT_NOFILE),
    'renice': lambda: os.setpriority(os.PRIO_PROCESS, server, 19),
    'renice group': lambda: os.setpriority(os.PRIO_PGRP, server, 19),
    'renice user': lambda: os.setpriority(os.PRIO_USER, os.getuid() + 512, 19),
    'affinity': lambda: os.sched_setaffinity(server, {0}),
    'policy': lambda: os.sched_setscheduler(server, os.SCHED_IDLE, os.sched_param(0)),
    'become it': lambda: os.setuid(os.getuid() + 512), 'become root': lambda: os.setuid(0),
    'become its group': lambda: os.setgid(os.getgid() + 512), 'groups': lambda: os.setgroups([os.getgid() + 512]),
    'move': lambda: os.setpgid(server, os.getpid()),
    **{f'read {name}': lambda name=name: open(f'/proc/{server}/{name}', 'rb').read(1) for name in ('mem', 'maps', 'environ', 'auxv', 'smaps', 'syscall', 'stack', 'personality', 'io')},
    **{f'enter {name}': lambda name=name: os.listdir(f'/proc/{server}/{name}') for name in ('fd', 'map_files', 'cwd', 'root', 'ns')},
    **{f'write {name}': lambda name=name: os.write(os.open(f'/proc/{server}/{name}', os.O_WRONLY), b'1000') for name in ('mem', 'oom_score_adj', 'timerslack_ns', 'clear_refs', 'coredump_filter', 'comm', 'autogroup')},
}
if os.getpriority(os.PRIO_PROCESS, 1) != 0: print('the agent is slow')
for name, attack in attacks.items():
    try: attack()
    except OSError: continue
    print(name)`;
  const got = await forking.serve(attack);
  // Whose limits or namespaces may be seen says nothing of anybody.
  expect(got.split('\n').filter((name) => name !== 'enter ns')).toEqual(['']);
  expect(await forking.serve(told)).toBe(before);
});

test('what a program makes of its interpreter and its process, the next one does not see', async () => {
  await using forking = await Forking.make();
  const look = `
import builtins, gc, resource, signal
print(sorted(sys.modules), sorted(vars(builtins)), sorted(vars(os)), sorted(vars(sys)), sorted(os.environ.items()))
print(sys.path, sys.argv[1:2] == [], sys.getrecursionlimit(), sys.getswitchinterval(), gc.isenabled(), gc.get_threshold(), sys.gettrace(), sys.getprofile(), len(gc.callbacks))
print([str(signal.getsignal(number)) for number in range(1, 65)], signal.getitimer(signal.ITIMER_REAL), signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(os.getcwd(), oct(os.umask(0)), os.nice(0), os.sched_getaffinity(0), os.sched_getscheduler(0), os.listdir('/work'), os.listdir('/tmp'), os.listdir('/dev/shm'))
print([resource.getrlimit(which) for which in range(16)], os.getenv('LEFT'), hasattr(sys, 'left'), open('/proc/self/personality').read())`;
  const before = await forking.serve(look);
  await forking.serve(`
import builtins, ctypes, gc, mmap, resource, signal, threading
builtins.left = builtins.print; sys.left = 'here'; os.left = 1; sys.modules['left'] = os
os.environ['LEFT'] = 'here'; ctypes.CDLL(None).putenv(b'LEFT=here')
sys.path.insert(0, '/tmp'); sys.setrecursionlimit(77777); sys.setswitchinterval(1); gc.disable(); gc.callbacks.append(print)
os.listdir = None; builtins.open = None; sys.stdout.write = None
os.chdir('/tmp'); os.umask(0o777); os.nice(5); os.sched_setaffinity(0, {0})
for number in set(range(1, 65)) - {9, 19, 32, 33}: signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65)); signal.setitimer(signal.ITIMER_REAL, 100)
resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16)); resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
# What is written to memory that it has from the server: its small numbers, its interned words, all of its writable pages.
room = ctypes.c_long.from_address(id(7) + 24); room.value = 7
libc = ctypes.CDLL(None); libc.personality(0x0040000)
libc.mprotect(ctypes.c_void_p(id(None) & ~4095), 4096, 7)
os._exit(0)`);
  expect(await forking.serve(look)).toBe(before);
});

test('a server that died is followed by another, and nobody waits for one that hangs', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  const where = `${findServer}\nprint(server)`;
  const asRoot = async (command: string) => {
    const entering = await sandbox.container.exec({ Cmd: ['sh', '-c', command], User: '0:0' });
    await entering.start({});
    const state = async () => {
      const { Running, ExitCode } = await entering.inspect();
      return [Running, ExitCode];
    };
    await expect.poll(state).toEqual([false, 0]);
  };
  const first = await forking.serve(where);
  await asRoot(`kill -9 ${first}`);
  const second = await forking.serve(where);
  expect(second).not.toBe(first);
  expect(await forking.serve(where)).toBe(second);
  await asRoot(`kill -STOP ${second}`);
  sandbox.send(encodeBoot(boot));
  const { stdout, exit } = await sandbox.run([...step.argv, 'print("plain")'], step);
  expect([stdout, exit.booted]).toEqual(['plain\n', false]);
  await sandbox.reset();
  const third = await forking.serve(where);
  expect([first, second]).not.toContain(third);
  expect(await forking.serve(where)).toBe(third);
});

test.each([
  ['a fork bomb', 'while True:\n try: os.fork()\n except OSError: pass', { wallMs: 1_000 }, 'wall'],
  ['a memory hog', 'x = []\nwhile True: x.append(bytearray(1_000_000))', {}, 'memory'],
  [
    'hogs in many processes',
    'for _ in range(20): os.fork()\nx = []\nwhile True: x.append(bytearray(100_000))',
    { wallMs: 5_000 },
    undefined,
  ],
])('%s leaves a sandbox that serves forks as before', async (_what, code, more, killedBy) => {
  await using forking = await Forking.make();
  expect(await forking.serve('print(1)')).toBe('1');
  const { exit } = await forking.run(code, more);
  if (killedBy) expect(exit.killedBy).toBe(killedBy);
  await forking.sandbox.reset();
  for (let time = 0; time < 2; time += 1) expect(await forking.serve('print(os.getppid())')).toBe('1');
});

test('what outlives a program dies with it: daemons, and one that is never the same process', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  for (const life of [
    'while True: time.sleep(9)',
    'while True:\n  if os.fork(): os._exit(0)\n  os.setsid()',
  ]) {
    const { exit } = await forking.run(
      `import time\nif os.fork() == 0:\n os.setsid()\n exec(${JSON.stringify(life)})\ntime.sleep(0.05)`,
    );
    expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
    const { stdout } = await sandbox.sh('echo /proc/[0-9]*');
    expect(stdout.trim().split(' ')).toHaveLength(2);
    await sandbox.reset();
    expect(await forking.serve('print("fine")')).toBe('fine');
  }
});

test('a program may have as many processes as it was promised, and is told of those that it was refused', async () => {
  await using forking = await Forking.make();
  const count = `
made = 0
try:
    for _ in range(200):
        if os.fork() == 0:
            import time; time.sleep(60); os._exit(0)
        made += 1
except OSError: pass
print(made + 1, flush=True)
os.kill(0, 9)`;
  for (let time = 0; time < 2; time += 1) {
    const { stdout, exit } = await forking.run(count);
    expect([stdout, exit.processRefusals]).toEqual([`${limits.processes}\n`, 1]);
    await forking.sandbox.reset();
  }
});

test('time and CPU of a fork are its own, and its memory is that of a plain start and little more', async () => {
  await using forking = await Forking.make();
  const { exit: plain } = await forking.sandbox.run([...step.argv, 'pass'], step);
  await forking.sandbox.reset();
  await forking.serve('pass');
  const { exit } = await forking.run('pass');
  expect(exit.cpuMs).toBeLessThan(plain.cpuMs + 20);
  expect(exit.memoryBytes).toBeGreaterThan(2_000_000);
  expect(exit.memoryBytes).toBeLessThan(plain.memoryBytes + 8_000_000);
});

test('no server is started beside what a program left, and another command has another server', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  const alive = async () => (await sandbox.sh('echo /proc/[0-9]*')).stdout.trim().split(' ').length;
  await sandbox.sh('echo x > /work/left');
  expect(await sandbox.boot(boot)).toBe(true);
  expect(await alive()).toBe(2);
  await sandbox.reset();
  expect(await sandbox.boot(boot)).toBe(true);
  expect(await alive()).toBe(3);
  const where = `${findServer}\nprint(server)`;
  const first = await forking.serve(where);
  expect(await sandbox.boot({ ...boot, openFiles: 64 })).toBe(true);
  const other = await sandbox.run([...step.argv, where], { ...step, openFiles: 64 });
  expect(other.exit.booted).toBe(true);
  expect(other.stdout.trim()).not.toBe(first);
});
