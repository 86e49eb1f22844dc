package app;

public class Main {
    public static void main(String[] args) {
        java.util.logging.Logger.getLogger("x").info("never");
    }
}
