struct Rectangle: Shape {
    let width: Int
    let height: Int
    var area: Int { width * height }
}
