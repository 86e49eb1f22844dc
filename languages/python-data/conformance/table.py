from io import StringIO

import pandas as pd

cities = pd.read_csv(
    StringIO("city,country,people\nZürich,CH,443000\nKøbenhavn,DK,660000\nGenève,CH,204000\nAarhus,DK,290000\n")
)
print(cities.sort_values("people", ascending=False).to_string(index=False))
print(cities.groupby("country")["people"].agg(["count", "sum", "mean"]))
