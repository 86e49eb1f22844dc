fun main() {
    println(total) // HERE
}
