let double n = n * 2

let () = print_int (double "two")
