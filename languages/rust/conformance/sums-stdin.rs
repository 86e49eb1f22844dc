use std::error::Error;
use std::io::{self, Read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let numbers: Vec<i64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    print!("{} numbers, sum {}, ", numbers.len(), numbers.iter().sum::<i64>());
    print!("no newline at the end");
    Ok(())
}
