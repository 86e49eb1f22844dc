public class Main {
    public static void main(String[] args) {
        Old.call();
        new Older().call();
    }
}
