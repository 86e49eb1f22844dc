print("sum: ", terminator: "")
var sum = 0
while let line = readLine() { sum += Int(line.trimmed) ?? 0 }
print(sum, terminator: "")

extension String {
    var trimmed: String { String(drop(while: \.isWhitespace)) }
}
