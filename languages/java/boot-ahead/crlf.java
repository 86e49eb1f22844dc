public class Main {
    public static void main(String[] args) {
        int x = "a";
        int y = 1
        System.out.println(x);
    }
}
