import Foundation

let shapes: [any Shape] = [Square(side: 2), Rectangle(width: 4, height: 5)]
for shape in shapes { print(type(of: shape), shape.area) }
print(try String(contentsOfFile: "greeting.txt", encoding: .utf8), terminator: "")
