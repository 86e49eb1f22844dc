fn main() {
    println!("{}", total); // HERE
}
