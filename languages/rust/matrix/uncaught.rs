fn third(numbers: &[i32]) -> i32 {
    numbers[2] // HERE
}

fn main() {
    println!("before");
    println!("{}", third(&[1, 2]));
}
