import shapes.Square

fun main() = println(Square(2).area)
