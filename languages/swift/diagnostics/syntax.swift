func half(_ n: Int) -> Int {
    let m = (n
    return m / 2
}
