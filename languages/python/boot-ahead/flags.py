import sys
print(sys.flags, sys.warnoptions, sys._xoptions, sys.implementation, sys.hash_info, sys.float_info, sys.int_info)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getrecursionlimit(), sys.getswitchinterval())
print(sys.gettrace(), sys.getprofile(), sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__, sys.unraisablehook is sys.__unraisablehook__, sys.breakpointhook is sys.__breakpointhook__, sys.get_asyncgen_hooks(), sys.flags.hash_randomization)
print(sys.is_finalizing(), sys.is_stack_trampoline_active(), sys.getallocatedblocks() > 0, sorted(set(vars(sys)) - {'last_exc'}))
