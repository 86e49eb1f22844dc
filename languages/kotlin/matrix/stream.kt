fun main() {
    println("first")
    Thread.sleep(500)
    println("second")
}
