import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** Does what many programs do, so that the classes for it are archived. */
public class Warm {
    sealed interface Shape permits Square, Circle {}

    record Square(double side) implements Shape {}

    record Circle(double radius) implements Shape {}

    enum Colour { RED, GREEN }

    static double area(Shape shape) {
        return switch (shape) {
            case Square(double side) -> side * side;
            case Circle circle -> Math.PI * circle.radius() * circle.radius();
        };
    }

    public static void main(String[] args) throws Exception {
        var in = new Scanner(System.in);
        System.out.println(in.next() + in.nextInt() + in.nextDouble());
        System.out.println(new BufferedReader(new InputStreamReader(System.in)).readLine());
        System.out.printf("%s %5d %-6.2f%n", new Square(2), 3, area(new Circle(1)));
        System.out.println(String.format("%05d", 42) + String.join(",", List.of("a", "b")) + "c".repeat(2));

        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int n = 0; n < 10; n++) groups.computeIfAbsent(n % 2 == 0 ? "even" : "odd", key -> new ArrayList<>()).add(n);
        groups.forEach((key, value) -> System.out.println(key + "=" + value));
        System.out.println(IntStream.rangeClosed(1, 5).boxed().collect(Collectors.groupingBy(n -> n % 3)));
        System.out.println(Stream.of("b", "a").sorted(Comparator.reverseOrder()).map(String::toUpperCase).toList());
        System.out.println(Arrays.stream(new int[] {3, 1, 2}).map(n -> n * n).filter(n -> n > 1).sum());

        Deque<Integer> deque = new ArrayDeque<>(Set.of(1));
        PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.comparing(n -> -n));
        queue.addAll(deque);
        Function<Integer, Integer> half = n -> n / 2;
        Supplier<Optional<Integer>> first = () -> Optional.ofNullable(queue.poll()).map(half);
        System.out.println(first.get() + " " + EnumSet.allOf(Colour.class) + new LinkedHashMap<>(new HashMap<>(Map.of(1, 2))));

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            System.out.println(pool.submit(() -> new StringBuilder("ab").reverse().toString()).get());
        }
        Thread.ofVirtual().start(() -> System.out.println("virtual")).join();
        try {
            throw new IOException("caught");
        } catch (IOException error) {
            System.out.println(error.getMessage());
        }
    }
}
