class Square(val side: Int) {
    init {
        require(side > 0) { "no side: $side" }
    }
}

fun main() {
    val sides = listOf(1, 0)
    sides.map { Square(it) }.forEach { println(it.side) }
}
