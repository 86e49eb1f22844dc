fun half(n: Int): Int = n / 2

fun main() {
	val name: String = half(4)
    println(name + total)
}
