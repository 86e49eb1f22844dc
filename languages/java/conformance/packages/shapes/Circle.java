package shapes;

public record Circle(double radius) implements Shapes {}
