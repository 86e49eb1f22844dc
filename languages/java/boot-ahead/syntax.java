public class Main {
    public static void main(String[] args) {
        System.out.println("one")
        int x = (3 + 4;
        if (x > 3 {
        String s = "never ended;
        char c = 'too long';
        else { }
    }
