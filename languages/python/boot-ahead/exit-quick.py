import os, sys
sys.stdout.write('not flushed by os._exit unless unbuffered')
os._exit(7)
