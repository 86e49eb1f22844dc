package shapes

sealed interface Shape

data class Square(val side: Double) : Shape

data class Circle(val radius: Double) : Shape
