use std::io;

fn main() -> io::Result<()> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    println!("grüße, {} 世界 🐛", line.trim_end());
    Ok(())
}
