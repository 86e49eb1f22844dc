public enum Main {
    ONE("a") { @Override String name(int n) { return "one" + n; } },
    TWO("b");

    private final String letter;

    Main(String letter) { this.letter = letter; }

    String name(int n) { return letter + n; }

    public static void main(String[] args) {
        for (var each : values()) System.out.println(each.name(each.ordinal()));
    }
}
