let line = String(repeating: "x", count: 63)
for _ in 0..<16384 { print(line) }
