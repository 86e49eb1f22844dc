fn main() {
    let names = vec![String::from("Ada")];
    let moved = names;
    println!("{:?} {:?}", names, moved);
}
