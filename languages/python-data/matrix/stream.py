import time

print("first")
time.sleep(0.5)
print("second")
