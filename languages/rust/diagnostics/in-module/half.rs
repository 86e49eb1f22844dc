pub fn half(n: i32) -> i32 {
    assert_eq!(n % 2, 0, "{n} is not even");
    n / 2
}
