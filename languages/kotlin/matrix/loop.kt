fun main() {
    println("begun")
    while (true) {
    }
}
