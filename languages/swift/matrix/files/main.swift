print("from a folder: \(Rectangle(width: 6, height: 7).area)")
