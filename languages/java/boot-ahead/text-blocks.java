public class Main {
    public static void main(String[] args) {
        System.out.print("""
            grüße, 世界 🐛 \
            on the same line
              indented\tand \"""quoted\"""   \s
            """);
        String unicode = "\u0041\u00e9\uD83D\uDC1B";
        char \u0061bc = '\101';
        System.out.println(unicode + abc + 0x1.8p1 + 1_000_000L + 0b1010 + '\0');
    }
}
