fun main() {
    val n = (3
    println(n)
}
