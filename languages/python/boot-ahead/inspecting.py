"""The program's own text."""
import inspect, linecache, sys
def f(a, *, b=1):
    """What f does."""
    return inspect.currentframe().f_lineno
print(inspect.getsource(f), inspect.signature(f), inspect.getsourcefile(f), inspect.getdoc(f), f(1), __doc__)
print(inspect.getsource(sys.modules['__main__']) == open(__file__).read(), linecache.getline(__file__, 3), sorted(linecache.cache))
print(inspect.stack()[0].filename, len(inspect.stack()), inspect.getmodule(f))
print(f.__code__.co_filename, f.__code__.co_firstlineno, list(f.__code__.co_lines()))
