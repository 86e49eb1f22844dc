import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        var in = new Scanner(System.in);
        System.out.print("Hello from Java\nWhat is your name? ");
        String name = in.hasNextLine() ? in.nextLine() : "stranger";
        System.out.printf("Nice to meet you, %s!%n", name);

        for (int n = 1; n <= 3; n++) System.out.println(n + " squared is " + n * n);
    }
}
