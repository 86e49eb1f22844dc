import multiprocessing, os, sys
def work(queue, n): queue.put((n * n, __name__, sys.argv, sys.flags.optimize, sorted(os.environ)))
if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    queue = context.Queue()
    process = context.Process(target=work, args=(queue, 7))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode, multiprocessing.get_start_method(), multiprocessing.current_process(), multiprocessing.active_children())
