type colour = Red | Green | Blue

let name colour =
  match colour with
  | Red -> "red"
  | Green -> "green"

let () = print_endline (name Blue)
