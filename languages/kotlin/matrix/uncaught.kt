fun third(numbers: List<Int>): Int {
    return numbers[2] // HERE
}

fun main() {
    println("before")
    println(third(listOf(1, 2)))
}
