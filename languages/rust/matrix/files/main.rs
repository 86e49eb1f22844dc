mod shapes;

use shapes::rectangle;

fn main() {
    println!("from a folder: {}", rectangle::area(6, 7));
}
