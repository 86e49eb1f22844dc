import java.util.List;

public class Main {
    sealed interface Expression permits Number, Sum, Product {}
    record Number(int value) implements Expression {}
    record Sum(Expression left, Expression right) implements Expression {}
    record Product(Expression left, Expression right) implements Expression {}

    static int value(Expression expression) {
        return switch (expression) {
            case Number(var value) -> value;
            case Sum(Expression left, Expression right) -> value(left) + value(right);
            case Product(Number(int one), Number(int other)) when one == 0 || other == 0 -> 0;
            case Product(var left, var right) -> value(left) * value(right);
        };
    }

    public static void main(String[] args) {
        for (var each : List.of(new Number(1), new Sum(new Number(2), new Product(new Number(3), new Number(4)))))
            System.out.println(value(each));
    }
}
