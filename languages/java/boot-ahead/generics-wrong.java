import java.util.*;

public class Main {
    static <T extends Comparable<T>> T largest(List<T> all) { return all.get(0); }

    public static void main(String[] args) {
        List<Object> objects = new ArrayList<String>();
        Object largest = largest(List.of(new Object()));
        Map<String, List<Integer>> map = Map.of("a", List.of("b"));
        var inferred = List.of(1, "two", 3.0).get(1).length();
        List<? extends Number> numbers = List.of(1);
        numbers.add(2);
        Comparator<String> order = Comparator.comparing(s -> s.nothing()).reversed();
    }
}
