func half(_ n: Int) -> Int { n / 2 }

let name: String = half(4)
print(name + total)
