fn main() {
    let count: i32 = "three";
    let unused = 1;
    println!("{} {}", count, total);
}
