public class Main {
    static int of(Object o) {
        return switch (o) {
            case int i when i > 3 -> i;
            default -> 0;
        };
    }

    public static void main(String[] args) { System.out.println(of(4)); }
}
