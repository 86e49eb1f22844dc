import pandas as pd

people = pd.DataFrame({"name": ["Ada", "Alan"]})
print(people["age"])
