let widest widths =
  let sorted = List.sort compare widths in
  1 + List.hd sorted
