let rec spin n = spin (n + 1)

let () =
  print_endline "begun";
  spin 0
