import kotlin.concurrent.thread
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay

suspend fun main() = coroutineScope {
    val sums = (0 until 100).map { part ->
        async(Dispatchers.Default) {
            delay(1)
            (part * 1000L until (part + 1) * 1000L).sum()
        }
    }
    println(sums.awaitAll().sum())

    val threads = (1..8).map { n -> thread(start = false) { Thread.sleep(10L * n) } }
    threads.forEach(Thread::start)
    threads.forEach(Thread::join)
    println("joined ${threads.size}")
}
