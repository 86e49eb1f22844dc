let () =
  print_endline (String.concat ", " [ "a"; "b" ]
