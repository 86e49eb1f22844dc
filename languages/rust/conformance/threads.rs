use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let done = Arc::new(Mutex::new(0));
    for part in 0..20u64 {
        let (sender, done) = (sender.clone(), Arc::clone(&done));
        thread::spawn(move || {
            *done.lock().unwrap() += 1;
            sender.send((part * 1000..(part + 1) * 1000).sum::<u64>()).unwrap();
        });
    }
    drop(sender);
    let total: u64 = receiver.iter().sum();
    println!("{total} from {} threads", done.lock().unwrap());
}
