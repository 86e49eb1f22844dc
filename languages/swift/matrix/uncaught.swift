func third(_ numbers: [Int]) -> Int {
    guard numbers.count > 2 else { fatalError("too few: \(numbers)") } // HERE
    return numbers[2]
}

print("before")
print(third([1, 2]))
