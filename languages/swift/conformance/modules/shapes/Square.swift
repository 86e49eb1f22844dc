struct Square: Shape {
    let side: Int
    var area: Int { side * side }
}
