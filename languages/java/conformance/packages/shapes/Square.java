package shapes;

public record Square(double side) implements Shapes {}
