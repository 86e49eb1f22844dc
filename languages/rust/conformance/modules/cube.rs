pub fn cube(n: i32) -> i32 {
    n.pow(3)
}
