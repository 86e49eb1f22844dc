import sys

print("before", end=" ")
print(sum(int(line) for line in sys.stdin))
