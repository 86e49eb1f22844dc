public class Main {
    static int number() { return "text"; }
    static void nothing() { return 1; }
    static int missing() { }

    public static void main(String[] args) {
        int n = 3.5;
        long l = 12345678901;
        String s = null + 1;
        boolean b = n;
        char c = "c";
        byte small = 300;
        Object o = (String) 5;
        int[] numbers = { 1, "2" };
        if (n = 3) n++;
        nothing().toString();
    }
}
