from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 100)
plt.plot(x, np.sin(x), label="$\\sin(x)$")
plt.title("Größe")
plt.legend()
plt.show()

plt.hist([1, 2, 2, 3, 3, 3])
plt.savefig("out/chosen.svg")
plt.close()

left, right = plt.figure(), plt.figure()
left.add_subplot(projection="3d")
right.subplots().pie([1, 2, 3])
plt.show()

print(plt.get_fignums())
for path in sorted(Path("out").iterdir()):
    print(path.name, path.read_bytes()[1:4])
