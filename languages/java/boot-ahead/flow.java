public class Main {
    final int never;

    static int endless() {
        while (true) { }
        return 1;
    }

    static void checked() throws Exception {}

    public static void main(String[] args) {
        int unset;
        System.out.println(unset);
        final int once = 1;
        once = 2;
        checked();
        try { System.out.println(); } catch (java.io.IOException error) { }
        int changed = 0;
        changed++;
        Runnable captured = () -> System.out.println(changed);
        for (;;) break;
        return;
        System.out.println("never");
    }
}
