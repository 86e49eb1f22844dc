public class Main {
    enum Colour { RED, GREEN, BLUE }

    sealed interface Shape permits Square, Circle {}
    record Square(int side) implements Shape {}
    record Circle(int radius) implements Shape {}

    static int of(Colour colour) {
        return switch (colour) {
            case RED -> 1;
            case GREEN -> 2;
        };
    }

    static int of(Shape shape) {
        return switch (shape) {
            case Square(int side) -> side;
        };
    }

    public static void main(String[] args) {}
}
