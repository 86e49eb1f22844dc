type t = int list

let empty = []
let push item pile = item :: pile
let show pile = Text.joined (List.map string_of_int pile)
