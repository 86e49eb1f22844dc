let line = readLine() ?? ""
print("grüße, \(line) 世界 🐛")
