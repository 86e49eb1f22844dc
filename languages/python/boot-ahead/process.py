import os, resource, sys
print(os.umask(0o022), os.getcwd(), os.getuid() == os.geteuid(), os.getgroups(), os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid(), os.getppid(), os.nice(0), os.sched_getaffinity(0) == set(range(os.cpu_count())))
for name in sorted(name for name in dir(resource) if name.startswith('RLIMIT')):
    print(name, resource.getrlimit(getattr(resource, name)))
print(os.path.exists('/work/out'), os.listdir('.'), oct(os.stat('.').st_mode), open('/proc/self/oom_score_adj').read(), open('/proc/self/comm').read(), open('/proc/self/cmdline').read().split('\0'))
open('out/left', 'w').write('here')
print(oct(os.stat('out/left').st_mode), oct(os.stat('out').st_mode), os.stat('out').st_uid == os.getuid())
