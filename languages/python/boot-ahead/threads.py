import _thread, os, threading
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), _thread._count(), os.listdir('/proc/self/task') == [str(os.getpid())], threading.get_native_id() == os.getpid(), threading.stack_size())
done = []
threads = [threading.Thread(target=done.append, args=(n,)) for n in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(sorted(done), _thread._count())
def fail(): raise RuntimeError('in a thread')
thread = threading.Thread(target=fail, name='failing'); thread.start(); thread.join()
