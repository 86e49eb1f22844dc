mod cube;
mod shapes;

const GREETING: &str = include_str!("greeting.txt");

fn main() {
    print!("{GREETING}");
    println!("{} {}", shapes::square(3), cube::cube(3));
}
