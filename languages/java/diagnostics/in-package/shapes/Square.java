package shapes;

public record Square(int side) {
    public String area() {
        return side * side;
    }
}
