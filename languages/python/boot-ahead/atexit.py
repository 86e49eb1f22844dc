import atexit, threading, weakref
atexit.register(print, 'first registered, last told')
atexit.register(lambda: 1 / 0)
print(atexit._ncallbacks())
class Thing: pass
kept = Thing()
weakref.finalize(kept, print, 'finalized')
threading.Thread(target=lambda: print('a thread at the end')).start()
class Deleted:
    def __del__(self): print('deleted')
gone = Deleted()
