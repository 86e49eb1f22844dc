import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as pool:
        print(list(pool.map(abs, [-1, -2, -3])))
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(abs, [-4, -5])))
    print(subprocess.check_output([sys.executable, "-c", "print('child')"], text=True).strip())
