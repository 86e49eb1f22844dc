public class Main {
    // grüße
    public static void main(String[] args) {
        System.out.println("ÿş");
    }
}
