import os, subprocess, sys
def run(*argv, **more): return subprocess.run(argv, capture_output=True, text=True, **more)
print(run(sys.executable, '-c', 'import sys, os; print(sys.argv, sys.flags, list(os.environ), sorted(os.listdir("/proc/self/fd")))', 'x'))
print(run('sh', '-c', 'ls /proc/self/fd; umask; pwd; ulimit -n; cat', input='fed'))
print(run(sys.executable, 'other.py', close_fds=False).stdout, run('false').returncode)
os.execv(sys.executable, ['python3', 'other.py', 'executed'])
