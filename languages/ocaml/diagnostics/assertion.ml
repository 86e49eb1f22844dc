let half n =
  assert (n mod 2 = 0);
  n / 2

let () = print_int (half 3)
