import os, sys, multiprocessing
pid = os.fork()
if pid == 0:
    print('child', os.getppid() != 1, sys.argv, sorted(int(n) for n in os.listdir('/proc/self/fd')))
    sys.exit(3)
print('parent', os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
def work(n): return n * n
with multiprocessing.get_context('fork').Pool(2) as pool: print(pool.map(work, range(5)))
