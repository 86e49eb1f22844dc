import sys

print("Hello from Python", sys.version.split()[0])
print("What is your name? ", end="")
name = sys.stdin.readline().strip() or "stranger"
print(f"Nice to meet you, {name}!")

for n in range(1, 4):
    print(f"{n} squared is {n * n}")
