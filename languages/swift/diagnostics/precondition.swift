struct Square {
    let side: Int
    init(side: Int) {
        precondition(side > 0, "no side: \(side)")
        self.side = side
    }
}

print([1, 0].map { Square(side: $0).side })
