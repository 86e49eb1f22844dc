"""changes of its own limits, priority, processors, umask and place, tried on the agent and on its user as well"""
import ctypes
import os
import resource

libc = ctypes.CDLL(None)
HAS_NO_RANDOM_ADDRESSES = 0x0040000
libc.personality(HAS_NO_RANDOM_ADDRESSES)
for process in (0, 1):
    for act in (
        lambda: os.setpriority(os.PRIO_PROCESS, process, 15),
        lambda: os.sched_setaffinity(process, {0}),
        lambda: os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0)),
        lambda: resource.prlimit(process, resource.RLIMIT_NOFILE, (16, 16)),
        lambda: resource.prlimit(process, resource.RLIMIT_AS, (1 << 30, 1 << 30)),
        lambda: open(f'/proc/{process or "self"}/oom_score_adj', 'w').write('1000'),
        lambda: open(f'/proc/{process or "self"}/timerslack_ns', 'w').write('1000000'),
        lambda: os.kill(process, 19) if process else None,
    ):
        try:
            act()
        except OSError:
            pass
for act in (
    lambda: os.setpriority(os.PRIO_USER, os.getuid(), 19),
    lambda: open('/proc/self/autogroup', 'w').write('19'),
    lambda: os.umask(0o777),
    lambda: os.chmod('/work', 0o1000),
    lambda: os.rename('/work', '/tmp/work'),
    lambda: os.rmdir('/work/out'),
    lambda: os.chdir('/'),
):
    try:
        act()
    except OSError:
        pass
