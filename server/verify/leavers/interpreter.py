"""its interpreter: builtins, modules, hooks, handlers, a tracer, and what it does at its end"""
import atexit
import builtins
import ctypes
import gc
import os
import signal
import sys
import threading

libc = ctypes.CDLL(None)


def left(*_args, **_more):
    return None


def late():
    with open('/tmp/left', 'w') as file:
        file.write('here')


atexit.register(late)
os.register_at_fork(before=left, after_in_parent=left, after_in_child=left)
for number in set(range(1, 65)) - {9, 19, 32, 33}:
    signal.signal(number, left)
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
awake = os.memfd_create('left', 0)
os.set_blocking(awake, False)
signal.set_wakeup_fd(awake, warn_on_full_buffer=False)

sys.modules['left'] = sys.modules['json'] = sys.modules['socket'] = os
sys.meta_path.insert(0, left)
sys.path_hooks.insert(0, left)
sys.path.insert(0, '/tmp')
sys.excepthook = sys.unraisablehook = sys.displayhook = left
sys.addaudithook(left)
sys.setrecursionlimit(54321)
sys.setswitchinterval(1)
gc.set_threshold(1, 1, 1)
gc.callbacks.append(left)
os.environ['LEFT'] = 'here'
libc.putenv(b'LEFT=here')

# What it has in common with the one that it was forked from: small numbers, None, the pages of the program itself.
ctypes.c_int.from_address(id(200) + 24).value = 201
ctypes.c_int.from_address(id(None)).value -= 1
page = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, 'PyExc_ValueError')) & ~4095
libc.mprotect(ctypes.c_void_p(page), 4096, 7)
libc.madvise(ctypes.c_void_p(page), 4096, 10)

threading.settrace(left)
threading.Thread(target=signal.pause, daemon=True).start()
builtins.left = builtins.print = builtins.open = os.listdir = os.read = left
sys.settrace(left)
sys.setprofile(left)
