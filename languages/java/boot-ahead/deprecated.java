import java.util.Date;

public class Main {
    @Deprecated(since = "1", forRemoval = true)
    static void old() {}

    @Deprecated
    void older() {}

    public static void main(String[] args) throws Exception {
        System.out.println(new Date(2020, 1, 1).getYear() > 0);
        System.out.println(new Integer(3));
        Thread.currentThread().stop();
        System.runFinalization();
        Runtime.getRuntime().exec("ls");
    }
}
