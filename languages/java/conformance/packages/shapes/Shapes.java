package shapes;

public sealed interface Shapes permits Square, Circle {
    static double area(Shapes shape) {
        return switch (shape) {
            case Square(double side) -> side * side;
            case Circle(double radius) -> Math.PI * radius * radius;
        };
    }
}
