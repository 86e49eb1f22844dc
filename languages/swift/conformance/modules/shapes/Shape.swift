protocol Shape {
    var area: Int { get }
}
