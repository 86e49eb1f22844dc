fun parse(text: String): Int = text.toInt()

fun main() {
    try {
        println(parse("three"))
    } catch (error: NumberFormatException) {
        throw IllegalStateException("no number", error)
    }
}
