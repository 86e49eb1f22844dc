import module java.base;

public class Main {
    public static void main(String[] args) {
        System.out.println(List.of(1).stream().map(n -> n + 1).collect(Collectors.toList()));
    }
}
