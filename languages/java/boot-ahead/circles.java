class A extends B {}
class B extends C {}
class C extends A {}

public class Main {
    Main() { this(1); }
    Main(int n) { this(); }
    public static void main(String[] args) {}
}
