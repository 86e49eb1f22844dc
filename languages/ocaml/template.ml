let () =
  print_string "Hello from OCaml\nWhat is your name? ";
  let name =
    match In_channel.input_line stdin with
    | None | Some "" -> "stranger"
    | Some line -> line
  in
  Printf.printf "Nice to meet you, %s!\n" name;
  for n = 1 to 3 do
    Printf.printf "%d squared is %d\n" n (n * n)
  done
