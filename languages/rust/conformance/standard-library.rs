use std::collections::{BTreeMap, HashSet};
use std::panic;
use std::{env, fs, process::Command};

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Square(f64),
    Circle { radius: f64 },
}

fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Square(side) => side * side,
        Shape::Circle { radius } => std::f64::consts::PI * radius.powi(2),
    }
}

fn main() {
    let shapes = [Shape::Square(2.0), Shape::Circle { radius: 1.0 }];
    println!("{:?} {:.2}", shapes[0], shapes.iter().map(area).sum::<f64>());

    let mut counts = BTreeMap::new();
    for word in "b a b".split(' ') {
        *counts.entry(word).or_insert(0) += 1;
    }
    println!("{counts:?} {}", HashSet::from([1, 1, 2]).len());

    let path = env::temp_dir().join("note.txt");
    fs::write(&path, "kept").unwrap();
    println!("{}", fs::read_to_string(&path).unwrap());

    let output = Command::new("echo").arg("from a process").output().unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));

    let caught = panic::catch_unwind(|| i32::MAX - env::args().count() as i32 + 2).is_err();
    println!("overflow panics: {caught}");
}
