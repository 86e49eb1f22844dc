fn main() {
    let number: i32 = "three".parse().unwrap();
    println!("{number}");
}
