import Foundation

actor Counter {
    private(set) var count = 0
    func add(_ n: Int) { count += n }
}

let counter = Counter()
await withTaskGroup(of: Void.self) { group in
    for n in 1...100 {
        group.addTask {
            try? await Task.sleep(nanoseconds: 1_000_000)
            await counter.add(n)
        }
    }
}
print(await counter.count)

DispatchQueue.concurrentPerform(iterations: 4) { _ in Thread.sleep(forTimeInterval: 0.01) }

let child = Process()
child.executableURL = URL(fileURLWithPath: "/bin/echo")
child.arguments = ["a child"]
try child.run()
child.waitUntilExit()
