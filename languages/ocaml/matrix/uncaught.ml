exception Odd of int

let half n =
  if n mod 2 = 0 then n / 2
  else raise (Odd n) (* HERE *)

let () =
  print_endline "before";
  print_int (half 3)
