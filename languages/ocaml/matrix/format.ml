let rec   fact n=if n<=1 then 1 else
      n*fact (n-1)
let ()=  List.iter (fun n->Printf.printf "%d\n"   (fact n)) [1;2;3]
