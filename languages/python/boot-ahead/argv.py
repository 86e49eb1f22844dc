import sys
print(sys.argv, sys.orig_argv, type(sys.argv) is list)
