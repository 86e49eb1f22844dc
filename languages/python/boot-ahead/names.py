import __main__, sys
print(__name__, __file__, __package__, __spec__, __doc__, type(__loader__).__name__, __builtins__)
print(__main__ is sys.modules['__main__'], __main__.__dict__ is globals(), sorted(globals()))
print(getattr(__main__, '__cached__', 'absent'), __loader__.path, __loader__.name, __annotations__ if '__annotations__' in globals() else 'none')
