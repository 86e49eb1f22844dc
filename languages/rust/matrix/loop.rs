use std::hint;

fn main() {
    println!("begun");
    loop {
        hint::spin_loop();
    }
}
