"""Starts programs with more arguments than there may be."""
import os

from attempt import attempt


def start(argv, env):
    child = os.fork()
    if child == 0:
        try:
            os.execve('/bin/true', argv, env)
        except OSError as error:
            os._exit(error.errno)
    failed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if failed:
        raise OSError(failed, os.strerror(failed))


attempt('one argument of a megabyte', lambda: start(['true', 'x' * (1 << 20)], {}))
attempt('a hundred thousand arguments of a kilobyte', lambda: start(['true'] + ['x' * 64] * 100_000, {}))
attempt('an environment of 16 megabytes', lambda: start(['true'], {f'E{i}': 'x' * 100_000 for i in range(160)}))
print('done')
