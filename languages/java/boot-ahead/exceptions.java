import java.io.*;

public class Main {
    static class Loud implements AutoCloseable {
        public void close() throws IOException { System.out.println("closed"); }
    }

    static int tried(int n) {
        try (var one = new Loud(); var other = new StringReader("x")) {
            if (n > 0) return other.read();
            throw new IllegalStateException();
        } catch (IOException | IllegalStateException error) {
            return -1;
        } finally {
            System.out.println("finally");
        }
    }

    public static void main(String[] args) {
        synchronized (Main.class) {
            assert args != null : "never";
            outer:
            for (int i = 0; ; i++) {
                switch (i) {
                    case 0: continue outer;
                    case 1, 2: System.out.println(tried(i)); break;
                    default: break outer;
                }
            }
        }
        System.out.println(switch ("b" + args.length) { case "a0" -> 1; case "b0" -> { int n = 3; yield n; } default -> 0; });
    }
}
