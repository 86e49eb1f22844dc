import java.utl.List;
import static java.lang.Math.nothing;
import module java.nothing;
import org.junit.jupiter.api.Test;

public class Main {
    @Test
    void test() {}

    public static void main(String[] args) {}
}
