import java.util.List;

public class Main {
    static int third(List<Integer> numbers) {
        return numbers.get(2); // HERE
    }

    public static void main(String[] args) {
        System.out.println("before");
        System.out.println(third(List.of(1, 2)));
    }
}
