import java.util.List;

class Undeclared {
    public static void main(String[] args) {
        List<String> names = List.of(1, 2);
	System.out.println(names + total);
    }
}
