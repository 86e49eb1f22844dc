let () =
  match Array.to_list Sys.argv with
  | [] -> ()
  | _program :: arguments -> List.iter print_endline arguments
