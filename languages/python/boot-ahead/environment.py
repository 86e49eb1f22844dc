import os, posix, subprocess, sys
print(os.environ, list(os.environ), len(os.environ), os.environb, posix.environ)
print(os.getenv('GREETING'), os.environ.get('BUGDRILL_BOOT'))
print(subprocess.run(['/usr/bin/env'], capture_output=True, text=True).stdout)
print(subprocess.run(['/usr/bin/env'], env=None, stdout=subprocess.PIPE).stdout)
os.environ['LATER'] = '1'
del os.environ['USER']
os.system('/usr/bin/env')
