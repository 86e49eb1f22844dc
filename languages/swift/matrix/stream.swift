import Foundation

print("first")
Thread.sleep(forTimeInterval: 0.5)
print("second")
