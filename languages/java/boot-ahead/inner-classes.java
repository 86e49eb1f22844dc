import java.util.Iterator;

public class Main {
    private int secret = 1;
    private static int shared = 2;

    class Inner {
        private int own = secret + shared;

        class Deeper {
            int all() { return own + secret + shared; }
        }
    }

    static class Nested {
        private Nested() {}
    }

    Iterator<Integer> numbers(int end) {
        class Counter implements Iterator<Integer> {
            private int at = secret;
            public boolean hasNext() { return at < end; }
            public Integer next() { return at++; }
        }
        return new Counter();
    }

    public static void main(String[] args) {
        var main = new Main();
        var deeper = main.new Inner().new Deeper();
        var anonymous = new Object() { int found = deeper.all(); int twice() { return 2 * found; } };
        new Nested();
        for (var numbers = main.numbers(3); numbers.hasNext();) System.out.println(numbers.next() + anonymous.twice());
    }
}
