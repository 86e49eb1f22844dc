import os, subprocess, sys
print(list(os.environ.items()), subprocess.run([sys.executable, '-c', 'import os; print(os.environ["BUGDRILL_BOOT"])'], capture_output=True))
