record Main(int a, String... b) {
    Main {
        if (a < 0) throw new IllegalArgumentException();
    }

    public static void main(String[] args) {
        System.out.println(new Main(1, args));
    }
}
