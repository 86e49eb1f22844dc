let () =
  let stack = Pile.push 2 (Pile.push 1 Pile.empty) in
  print_endline (Pile.show stack)
