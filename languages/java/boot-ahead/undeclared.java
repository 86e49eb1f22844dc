public class Main {
    public static void main(String[] args) {
        int total = 0;
        for (int i = 0; i < 10; i++) totl += i;
        System.out.printn(total);
        Strin name = undefined("x", 1);
        Math.squareRoot(2);
        args.lenght();
    }
}
