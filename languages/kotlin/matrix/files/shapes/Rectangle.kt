package shapes

data class Rectangle(val width: Int, val height: Int) {
    val area get() = width * height
}
