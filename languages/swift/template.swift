func square(_ n: Int) -> Int { n * n }

print("Hello from Swift\nWhat is your name?")
let name = readLine() ?? "stranger"
print("Nice to meet you, \(name)!")

for n in 1...3 {
    print("\(n) squared is \(square(n))")
}
