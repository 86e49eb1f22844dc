fun main() {
    print("sum: ")
    print(generateSequence(::readlnOrNull).sumOf { it.trim().toInt() })
}
