let () =
  let total = List.fold_left ( + ) 0 [ 1; 2; 3 ] in
  print_endline ("The total is " ^ totl) (* HERE *)
