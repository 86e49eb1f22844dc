public class Main {
    public static void main(String[] args) {
        for (var argument : args) System.out.println(argument);
    }
}
