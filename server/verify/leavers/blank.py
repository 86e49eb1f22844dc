"""attacks on what it was forked from"""
import ctypes
import os
import resource
import signal

libc = ctypes.CDLL(None, use_errno=True)
ATTACH, SEIZE, POKE = 16, 0x4206, 5
READ_MEMORY, WRITE_MEMORY, PIDFD_OPEN, PIDFD_GETFD, IOPRIO_SET, MIGRATE = 310, 311, 434, 438, 251, 256
room = ctypes.create_string_buffer(64)
vector = (ctypes.c_void_p * 2)(ctypes.addressof(room), 64)


def called(function, *args):
    if function(*args) < 0:
        raise OSError(ctypes.get_errno(), 'refused')


def stolen(process):
    door = libc.syscall(PIDFD_OPEN, process, 0)
    called(libc.syscall, PIDFD_GETFD, door, 3, 0)


def written(process, name):
    with open(f'/proc/{process}/{name}', 'wb', buffering=0) as file:
        file.write(b'1000')


def attacks(process):
    yield from (lambda number=number: os.kill(process, number) for number in range(1, 65))
    yield from (lambda name=name: written(process, name) for name in ('mem', 'oom_score_adj', 'clear_refs', 'comm', 'timerslack_ns'))
    yield from (lambda name=name: open(f'/proc/{process}/{name}', 'rb').read(1) for name in ('mem', 'maps', 'environ', 'syscall'))
    yield lambda: os.listdir(f'/proc/{process}/fd')
    # The group of the agent's number would be everybody whom this program may kill.
    if process > 1:
        yield lambda: os.killpg(process, signal.SIGKILL)
    yield lambda: called(libc.ptrace, ATTACH, process, None, None)
    yield lambda: called(libc.ptrace, SEIZE, process, None, None)
    yield lambda: called(libc.ptrace, POKE, process, None, None)
    yield lambda: called(libc.syscall, READ_MEMORY, process, vector, 1, vector, 1, 0)
    yield lambda: called(libc.syscall, WRITE_MEMORY, process, vector, 1, vector, 1, 0)
    yield lambda: called(libc.syscall, IOPRIO_SET, 1, process, 3 << 13)
    yield lambda: stolen(process)
    yield lambda: resource.prlimit(process, resource.RLIMIT_NOFILE, (3, 3))
    yield lambda: os.setpriority(os.PRIO_PROCESS, process, 19)
    yield lambda: os.setpriority(os.PRIO_USER, os.getuid() + 512, 19)
    yield lambda: os.sched_setaffinity(process, {0})
    yield lambda: os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0))
    yield lambda: os.setpgid(process, os.getpid())
    yield lambda: os.setuid(os.getuid() + 512)
    yield lambda: os.setresgid(os.getgid() + 512, -1, -1)


others = [int(name) for name in os.listdir('/proc') if name.isdigit() and int(name) != os.getpid()]
for process in others:
    for attack in attacks(process):
        try:
            attack()
        except OSError:
            continue
        os._exit(1)
# Without it there would be nothing to attack but the agent.
os._exit(0 if len(others) == 2 else 2)
