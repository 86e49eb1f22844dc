def third(numbers):
    return numbers[2]  # HERE


print("before")
print(third([1, 2]))
