public class Main {
    int x;
    String x;
    void same(java.util.List<String> a) {}
    void same(java.util.List<Integer> b) {}
    public static void main(String[] args) { int args = 1; }
}

class Main {}
