import sys

import matplotlib.pyplot as plt
import pandas as pd

print("Some numbers, on one line:")
numbers = [float(word) for word in sys.stdin.readline().split()] or [3, 1, 4, 1, 5]
table = pd.DataFrame({"number": numbers, "sum": pd.Series(numbers).cumsum()})
print(table.describe().round(2))

table.plot(marker="o", title="Numbers and their sum")
plt.show()
