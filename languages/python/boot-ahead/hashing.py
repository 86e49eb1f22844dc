import os, random, subprocess, sys
seen = {hash('a text'), *(int(subprocess.run([sys.executable, '-c', 'print(hash("a text"))'], capture_output=True).stdout) for _ in range(2))}
print(len(seen), len({random.random() for _ in range(3)}), hash(1), hash(1.5))
