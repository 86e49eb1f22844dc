fun main() {
    val line = "x".repeat(63)
    repeat(16384) { println(line) }
}
