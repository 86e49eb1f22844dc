use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

fn main() {
    let address = SocketAddr::from(([192, 0, 2, 1], 80));
    match TcpStream::connect_timeout(&address, Duration::from_secs(2)) {
        Ok(_) => println!("connected"),
        Err(_) => println!("no network"),
    }
}
