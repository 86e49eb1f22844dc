import select, sys
print(input(), select.select([sys.stdin], [], [], 0)[0] == [])
