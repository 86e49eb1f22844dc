import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Main {
    static <A, B, C> Function<A, C> then(Function<? super A, ? extends B> first, Function<? super B, ? extends C> second) {
        return a -> second.apply(first.apply(a));
    }

    public static void main(String[] args) {
        int outer = args.length;
        Supplier<Supplier<Integer>> nested = () -> () -> outer + 1;
        Runnable thrown = () -> { throw new IllegalStateException(); };
        IntBinaryOperator sum = Integer::sum;
        Function<Integer, int[]> array = int[]::new;
        BiFunction<String, Integer, Character> at = String::charAt;
        Comparator<String> order = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
        Map<Boolean, List<String>> parts = Stream.of(args).sorted(order).collect(Collectors.partitioningBy(String::isEmpty));
        System.out.println(then((Integer n) -> n + 1, Object::toString).apply(nested.get().get()) + parts + sum.applyAsInt(1, 2));
        Serializer serializer = (Serializer & java.io.Serializable) text -> text + outer;
        System.out.println(serializer.write("x") + array.apply(2).length + at.apply("ab", 1));
    }

    interface Serializer {
        String write(String text);
    }
}
