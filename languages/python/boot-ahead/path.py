import os, sys
print(sys.path, sys.path[0], os.getcwd(), sys.prefix, sys.exec_prefix, sys.executable, sys._base_executable)
print(sys.platlibdir, sys.base_prefix, sys.pycache_prefix, sys.dont_write_bytecode)
