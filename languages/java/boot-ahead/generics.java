import java.util.*;

public class Main {
    interface Node<T extends Comparable<? super T>> extends Comparable<Node<T>> {
        T value();
        default int compareTo(Node<T> other) { return value().compareTo(other.value()); }
    }

    record Leaf<T extends Comparable<? super T>>(T value) implements Node<T> {}

    static <T extends Object & Comparable<? super T>> T largest(Collection<? extends T> all) {
        return Collections.max(all);
    }

    @SafeVarargs
    static <T> List<T> listed(T... all) { return new ArrayList<>(Arrays.asList(all)); }

    public static void main(String[] args) {
        System.out.println(largest(listed(new Leaf<>(1), new Leaf<>(3), new Leaf<>(2))));
        Map<String, ? super List<? extends Number>> map = new HashMap<>();
        map.put("a", List.of(1, 2.0));
        System.out.println(map);
    }
}
