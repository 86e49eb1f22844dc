type t

val empty : t
val push : int -> t -> t
val show : t -> string
