let () =
  let line = String.make 63 'x' in
  for _ = 1 to 16384 do
    print_endline line
  done
