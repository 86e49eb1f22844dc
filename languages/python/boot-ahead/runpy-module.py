import runpy, sys
print(sorted(runpy.run_module('tool', run_name='__main__', alter_sys=True)))
print(runpy.run_path('tool.py')['__name__'], sys.argv)
