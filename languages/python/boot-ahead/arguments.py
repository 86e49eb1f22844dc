import sys
print(sys.argv, sys.orig_argv)
for argument in sys.argv[1:]:
    print(len(argument), argument.encode('utf-8', 'surrogateescape'))
