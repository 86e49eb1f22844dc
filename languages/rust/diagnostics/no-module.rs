mod nowhere;

fn main() {}
