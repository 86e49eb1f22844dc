let () =
  print_string "first\n";
  Unix.sleepf 0.5;
  print_string "second\n"
