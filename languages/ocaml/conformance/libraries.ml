module Words = Map.Make (String)

let rec factorial n = if n = 0 then Z.one else Z.mul (Z.of_int n) (factorial (n - 1))

let count words word =
  Words.update word (fun n -> Some (Option.value n ~default:0 + 1)) words

let () =
  print_endline (Z.to_string (factorial 30));
  let words = Str.split (Str.regexp "[, ]+") "a, b, a" in
  let counts = List.fold_left count Words.empty words in
  Words.iter (Printf.printf "%s: %d\n") counts;
  Format.printf "@[<v 2>box@,inside@]@."
