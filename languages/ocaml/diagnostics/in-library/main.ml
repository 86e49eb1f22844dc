let () =
  print_int (Area.widest []);
  print_newline ()
