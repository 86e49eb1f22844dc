let sum line =
  String.split_on_char ' ' line
  |> List.filter (fun word -> word <> "")
  |> List.fold_left (fun total word -> total + int_of_string word) 0

let () =
  In_channel.input_lines stdin
  |> List.iter (fun line -> Printf.printf "%d\n" (sum line))
