import { expect, test } from 'vitest';
import { boot, Forking, findServer, step } from './testing/forking.ts';

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
