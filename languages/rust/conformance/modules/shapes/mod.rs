pub fn square(n: i32) -> i32 {
    n * n
}
