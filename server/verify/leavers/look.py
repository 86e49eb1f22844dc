"""Tells all that a program can see of the sandbox it is in, for comparison with what the first one in it sees."""
import atexit
import builtins
import errno
import gc
import json
import os
import resource
import signal
import socket
import sys
import threading
import time


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        return errno.errorcode[error.errno]


def mounts():
    """What is in each folder that can be written to, and what hangs on the folder itself."""
    tops = sorted({line.split()[4] for line in read('/proc/self/mountinfo').splitlines()})
    seen = {}
    for top in tops:
        if os.path.isdir(top) and os.access(top, os.W_OK) and not top.startswith('/proc'):
            about = os.stat(top)
            names = [name for name in os.listdir(top) if (top, name) not in (('/work', 'main.py'), ('/work', 'out'))]
            seen[top] = [names, oct(about.st_mode), about.st_uid == os.getuid(), about.st_nlink, os.listxattr(top)]
    return seen


def bound():
    """Whether what others could have taken is free."""
    ways = {
        'tcp': (socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 8000)),
        'tcp everywhere': (socket.AF_INET, socket.SOCK_STREAM, ('', 8000)),
        'udp': (socket.AF_INET, socket.SOCK_DGRAM, ('127.0.0.1', 8000)),
        'abstract': (socket.AF_UNIX, socket.SOCK_STREAM, '\0left'),
    }
    seen = {}
    for way, (family, kind, address) in ways.items():
        with socket.socket(family, kind) as door:
            try:
                door.bind(address)
                seen[way] = 'free'
            except OSError as error:
                seen[way] = errno.errorcode[error.errno]
    return seen


def throttled():
    for path in ('/sys/fs/cgroup/cpu/cpu.stat', '/sys/fs/cgroup/cpu.stat'):
        for line in read(path).splitlines():
            if line.startswith('nr_throttled '):
                return int(line.split()[1])
    return None


def work(seconds):
    """How often this program was made to wait for its share of the CPU while it worked."""
    before = throttled()
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return None if before is None else throttled() - before


def status():
    wanted = ('Uid', 'Gid', 'Groups', 'NoNewPrivs', 'Seccomp', 'CapEff', 'CapPrm', 'SigBlk', 'SigIgn', 'Cpus_allowed_list', 'TracerPid')
    lines = dict(line.split(':', 1) for line in read('/proc/self/status').splitlines())
    # Uid and gid are the sandbox's own: whether they are one of its users' is what counts.
    return {name: ' '.join(lines[name].split()) for name in wanted if name in lines and name not in ('Uid', 'Gid')} | {
        'user': lines['Uid'].split() == [str(os.getuid())] * 4 and lines['Gid'].split() == [str(os.getuid())] * 4,
    }


def others():
    """Whose each other process is, as seen from here: one belongs to the sandbox, and has a number that means nothing."""
    seen = []
    for name in os.listdir('/proc'):
        if not name.isdigit() or int(name) in (1, os.getpid()):
            continue
        about = dict(line.split(':', 1) for line in read(f'/proc/{name}/status').splitlines())
        processors = sorted(os.sched_getaffinity(int(name)))
        seen.append([about['Name'].strip(), int(about['Uid'].split()[0]) - os.getuid(), os.getpriority(os.PRIO_PROCESS, int(name)), processors])
    return sorted(seen)


def interpreter():
    """What a program before could have made of it."""
    return {
        'modules': sorted(sys.modules),
        'builtins': sorted((name, type(value).__name__, getattr(value, '__name__', '')) for name, value in vars(builtins).items()),
        'os': sorted((name, type(value).__name__) for name, value in vars(os).items()),
        'sys': sorted((name, type(value).__name__) for name, value in vars(sys).items()),
        'path': [sys.path, sys.argv, len(sys.meta_path), len(sys.path_hooks)],
        'hooks': [sys.gettrace(), sys.getprofile(), threading.gettrace(), sys.excepthook is sys.__excepthook__, len(gc.callbacks)],
        'at its end': atexit._ncallbacks(),
        'figures': [sys.getrecursionlimit(), sys.getswitchinterval(), gc.isenabled(), gc.get_threshold(), sum(range(257)), signal.set_wakeup_fd(-1)],
        'handlers': [str(signal.getsignal(number)) for number in range(1, 65)],
        'threads': threading.active_count(),
    }


throttles = work(0.02)
seen = {
    'mounts': mounts(),
    'processes': others(),
    'sysv': {kind: len(read(f'/proc/sysvipc/{kind}').splitlines()) for kind in ('shm', 'msg', 'sem')},
    'sockets': {kind: len(read(f'/proc/net/{kind}').splitlines()) for kind in ('tcp', 'tcp6', 'udp', 'udp6')},
    'named sockets': [line.split()[7] for line in read('/proc/net/unix').splitlines()[1:] if len(line.split()) > 7],
    'bound': bound(),
    'environment': dict(sorted(os.environ.items())),
    'cwd': os.getcwd(),
    'umask': oct(os.umask(0)),
    'limits': {name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith('RLIMIT_')},
    'nice': os.nice(0),
    'policy': os.sched_getscheduler(0),
    'processors': sorted(os.sched_getaffinity(0)),
    'agent': [os.getpriority(os.PRIO_PROCESS, 1), sorted(os.sched_getaffinity(1)), os.sched_getscheduler(1)],
    'personality': read('/proc/self/personality'),
    'status': status(),
    'session': os.getsid(0) == os.getpid() == os.getpgid(0),
    'oom': read('/proc/self/oom_score_adj'),
    'timer slack': read('/proc/self/timerslack_ns'),
    'timers': [signal.getitimer(which) for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)],
    'descriptors': sorted(name for name in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{name}')),
    'terminals': sorted(os.listdir('/dev/pts')) if os.path.isdir('/dev/pts') else None,
    'keys': len([line for line in read('/proc/keys').splitlines() if 'left' in line]),
    'memory': [read('/sys/fs/cgroup/memory/memory.limit_in_bytes'), read('/sys/fs/cgroup/memory.max')],
    'process limit': [read('/sys/fs/cgroup/pids/pids.max'), read('/sys/fs/cgroup/pids.max')],
    'interpreter': interpreter(),
    'throttled': throttles,
}
sandbox = f"{os.readlink('/proc/self/ns/pid')} {read('/proc/1/stat').rsplit(')', 1)[1].split()[19]}"
print(json.dumps({'sandbox': sandbox, 'seen': seen}))
