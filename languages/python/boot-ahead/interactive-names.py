import code, sys
code.InteractiveConsole(locals={'x': 1}).push('print(x, __name__ if "__name__" in dir() else "none")')
print(sys.flags.interactive, sys.flags.inspect, sys.last_exc if hasattr(sys, 'last_exc') else 'no last')
