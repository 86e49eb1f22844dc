import os, sys
print(list(os.environ.items()), sys.flags.optimize, __debug__)
