(* Domains run beside each other, threads take turns, and a child is a process of its own. *)
let () =
  let square n = Domain.spawn (fun () -> n * n) in
  let squares = List.map Domain.join (List.map square [ 1; 2; 3 ]) in
  Printf.printf "domains: %d\n" (List.fold_left ( + ) 0 squares);

  let total = Atomic.make 0 in
  let add n = Thread.create (fun () -> ignore (Atomic.fetch_and_add total n)) () in
  List.iter Thread.join (List.map add [ 1; 2; 3; 4 ]);
  Printf.printf "threads: %d\n" (Atomic.get total);

  let child = Unix.open_process_in "echo a child" in
  Printf.printf "process: %s\n" (input_line child);
  ignore (Unix.close_process_in child);
  print_string "an unfinished line"
