package bugdrill.warm

import java.util.Scanner
import java.util.concurrent.Executors
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** Does what many programs do, so that the classes for it are archived. */
sealed interface Shape

data class Square(val side: Double) : Shape

data class Circle(val radius: Double) : Shape

enum class Colour { RED, GREEN }

object Counter {
    var count = 0
}

class Named(name: String) {
    val upper by lazy { name.uppercase() }
    var changed: Int = 0
        set(value) {
            require(value >= 0) { "negative: $value" }
            field = value
        }
}

fun area(shape: Shape): Double = when (shape) {
    is Square -> shape.side * shape.side
    is Circle -> Math.PI * shape.radius * shape.radius
}

fun <T : Comparable<T>> List<T>.largest(): T? = maxOrNull()

inline fun <reified T> Any.isA(): Boolean = this is T

fun main(args: Array<String>) {
    println(readlnOrNull()?.split(" ")?.map { it.trim() })
    val scanner = Scanner(System.`in`)
    println(if (scanner.hasNextLine()) scanner.nextLine() else "none")
    println("%s %5d %-6.2f".format(Square(2.0), 3, area(Circle(1.0))))

    val groups = (1..10).groupBy { if (it % 2 == 0) "even" else "odd" }
    for ((name, numbers) in groups) println("$name = ${numbers.sum()}")
    val words = mutableListOf("b", "a").apply { add("c") }
    println(words.sortedDescending().joinToString(prefix = "[", postfix = "]") { it.uppercase() })
    println(listOf(3, 1, 2).filter { it > 1 }.map { it * it }.fold(0) { sum, n -> sum + n })
    println(mapOf("one" to 1, "two" to 2).mapValues { (_, n) -> n * 2 }.toSortedMap())
    println(sequence { yieldAll(generateSequence(1) { it * 2 }.take(5)) }.toList())
    println(setOf(1, 2, 2).zip(arrayOf("x", "y")).toMap() + hashMapOf(3 to "z"))
    println(intArrayOf(3, 1, 2).also { it.sort() }.contentToString() + CharArray(2) { 'x' }.concatToString())
    println(Colour.entries.associateWith { it.name.length }.toString() + listOf(1, 5, 3).largest() + "x".isA<String>())
    println("a1b22".replace(Regex("\\d+"), "#") + "abc".reversed() + buildString { repeat(2) { append(it) } })
    println(Square(1.0) == Square(1.0).copy() && Named("ada").upper == "ADA" && ArrayDeque(listOf(1)).removeFirst() == 1)
    for (n in 10 downTo 1 step 3) Counter.count += n
    println(runCatching { "x".toInt() }.getOrElse { -1 } + Counter.count + Pair(1, 2).first)
    try {
        Named("x").changed = -1
    } catch (error: IllegalArgumentException) {
        println(error.message)
    }
    runBlocking {
        val squares = (1..3).map { n -> async { delay(1); n * n } }.awaitAll()
        launch { println(squares) }.join()
        println(flow { emit(1); emit(2) }.toList())
    }
    Executors.newFixedThreadPool(2).use { pool -> println(pool.submit<Int> { 1 }.get()) }
}
