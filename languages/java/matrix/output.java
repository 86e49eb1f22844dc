public class Main {
    public static void main(String[] args) {
        String line = "x".repeat(63);
        for (int i = 0; i < 16384; i++) System.out.println(line);
    }
}
