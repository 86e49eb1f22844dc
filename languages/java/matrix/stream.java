public class Main {
    public static void main(String[] args) throws InterruptedException {
        System.out.println("first");
        Thread.sleep(500);
        System.out.println("second");
    }
}
