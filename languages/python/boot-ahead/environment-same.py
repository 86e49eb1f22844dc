import os, time
print(list(os.environ.items()), time.tzname)
