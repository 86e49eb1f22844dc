package app

import shapes.Circle
import shapes.Square
import shapes.area

class Helper

fun main() {
    println("%.2f %.2f".format(Square(2.0).area(), Circle(1.0).area()))
    println(Helper::class.qualifiedName)
    print(Helper::class.java.getResource("/greeting.txt")!!.readText())
}
