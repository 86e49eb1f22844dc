fun main() {
    val line = readln()
    println("grüße, $line 世界 🐛")
}
