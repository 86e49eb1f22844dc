import os, sys, time
sys.stdout.write('a')
os.write(1, b'b')
sys.stdout.write('c')
print('d', end='', flush=True)
os.write(1, b'e\n')
open('/dev/stdout', 'w').write('by name\n')
