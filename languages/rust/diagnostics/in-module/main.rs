mod half;

fn main() {
    println!("{}", half::half(3));
}
