import Foundation

struct Person: Codable {
    let name: String
    let born: Int
}

let json = #"{"name": "Ada", "born": 1815}"#
let ada = try JSONDecoder().decode(Person.self, from: Data(json.utf8))
print(ada)
print("a1b22".replacing(/\d+/, with: "#"), "grüße".count)
print(String(format: "%05.2f", 3.14159))
print(Dictionary(grouping: 1...6, by: { $0 % 2 == 0 })[true]!)

var calendar = Calendar(identifier: .gregorian)
calendar.timeZone = TimeZone(identifier: "Europe/Berlin")!
print(calendar.component(.hour, from: Date(timeIntervalSince1970: 1_719_828_000)))

let file = FileManager.default.temporaryDirectory.appendingPathComponent("note.txt")
try "kept\n".write(to: file, atomically: true, encoding: .utf8)
print(try String(contentsOf: file, encoding: .utf8), terminator: "")
print(FileManager.default.currentDirectoryPath)
