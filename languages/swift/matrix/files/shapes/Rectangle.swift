struct Rectangle {
    let width: Int
    let height: Int

    var area: Int { width * height }
}
