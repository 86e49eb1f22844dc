class InLibrary {
    static int parse(String text) {
        return Integer.parseInt(text);
    }

    public static void main(String[] args) {
        try {
            System.out.println(parse("three"));
        } catch (NumberFormatException error) {
            throw new IllegalStateException("no number", error);
        }
    }
}
