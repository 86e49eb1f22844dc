let () =
  let line = read_line () in
  print_endline ("grüße, " ^ line ^ " 世界 🐛")
