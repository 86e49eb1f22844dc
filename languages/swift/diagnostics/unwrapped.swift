let numbers = ["one": 1]
print("before")
print(numbers["two"]!)
