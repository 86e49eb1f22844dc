fun square(n: Int) = n * n

fun main() {
    print("Hello from Kotlin ${KotlinVersion.CURRENT}\nWhat is your name? ")
    val name = readlnOrNull() ?: "stranger"
    println("Nice to meet you, $name!")

    for (n in 1..3) println("$n squared is ${square(n)}")
}
