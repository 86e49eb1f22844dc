func third(_ numbers: [Int]) -> Int {
    assert(numbers.count > 2)
    return numbers[2]
}

print(third([1, 2]))
