public class Main {
    /* This goes on
    public static void main(String[] args) {}
}
