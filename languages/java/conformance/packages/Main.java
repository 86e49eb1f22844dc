import static shapes.Shapes.area;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import shapes.Circle;
import shapes.Square;

public class Main {
    public static void main(String[] args) throws IOException {
        System.out.printf("%.2f %.2f%n", area(new Square(2)), area(new Circle(1)));
        try (var in = Main.class.getResourceAsStream("/greeting.txt")) {
            System.out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        System.out.println(new Helper().getClass().getName());
    }
}

class Helper {}
