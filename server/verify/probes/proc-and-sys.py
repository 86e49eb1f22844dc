"""Opens, to write, every file of /proc and /sys that lets it, and reads those known for what they tell."""
import os

from attempt import attempt

# Where they could be opened, nothing is written: some of these stop a machine.
WRITES = [
    '/proc/sysrq-trigger',
    '/proc/sys/kernel/core_pattern',
    '/proc/sys/kernel/modprobe',
    '/proc/sys/vm/panic_on_oom',
    '/proc/sys/kernel/hostname',
    '/proc/sys/net/ipv4/ip_forward',
    '/proc/1/oom_score_adj',
    '/sys/kernel/uevent_helper',
    '/sys/power/state',
    '/sys/kernel/mm/transparent_hugepage/enabled',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes',
    '/sys/fs/cgroup/memory.max',
    '/sys/fs/cgroup/pids/pids.max',
    '/sys/fs/cgroup/pids.max',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us',
    '/sys/fs/cgroup/cpu.max',
    '/sys/fs/cgroup/memory/release_agent',
    '/sys/fs/cgroup/cgroup.procs',
]
READS = ['/proc/kcore', '/proc/kmsg', '/proc/keys', '/proc/timer_list', '/proc/1/mem', '/proc/1/environ', '/dev/kmsg',
         '/sys/kernel/debug/x', '/sys/kernel/security/x', '/etc/shadow', '/proc/1/root/etc/shadow']


def open_to_write(path):
    os.close(os.open(path, os.O_WRONLY))


def read(path):
    with open(path, 'rb') as file:
        if not file.read(1):
            raise OSError(0, 'empty')


def openable(folder):
    for at, _folders, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if os.path.islink(path) or not os.access(path, os.W_OK):
                continue
            try:
                os.close(os.open(path, os.O_WRONLY))
            except OSError:
                continue
            yield path


for path in WRITES:
    attempt(f'write {path}', lambda: open_to_write(path))
for path in READS:
    attempt(f'read {path}', lambda: read(path))
found = 0
for folder in ('/proc/sys', '/sys'):
    for path in openable(folder):
        found += 1
        print(f'GOT: {path} opened to write')
print(f'refused: {"every" if found == 0 else "any other"} file below /proc/sys and /sys')
print('done')
