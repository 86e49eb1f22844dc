import shapes.Rectangle

fun main() {
    println("from a folder: ${Rectangle(6, 7).area}")
}
