use std::io;

fn main() -> io::Result<()> {
    println!("Hello from Rust\nWhat is your name?");
    let mut name = String::new();
    if io::stdin().read_line(&mut name)? == 0 {
        name.push_str("stranger");
    }
    println!("Nice to meet you, {}!", name.trim());
    (1..=3).for_each(|n| println!("{n} squared is {}", n * n));
    Ok(())
}
