func greet() {
    let unused = 3
    var name = "Ada"
    print(name)
}

greet()
