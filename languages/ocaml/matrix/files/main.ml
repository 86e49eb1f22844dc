let () = Printf.printf "from a folder: %d\n" (Area.area 6 7)
