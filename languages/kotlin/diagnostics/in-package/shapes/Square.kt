package shapes

class Square(private val side: Int) {
    val area: Int get() = side * "side"
}
