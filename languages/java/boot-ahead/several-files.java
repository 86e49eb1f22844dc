import shapes.*;

public class Main {
    public static void main(String[] args) {
        Shape shape = new Circle(2);
        System.out.println(shape.area());
    }
}
