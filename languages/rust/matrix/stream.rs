use std::thread;
use std::time::Duration;

fn main() {
    println!("first");
    thread::sleep(Duration::from_millis(500));
    println!("second");
}
