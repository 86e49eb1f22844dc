import jdk.internal.misc.Unsafe;
import sun.misc.Signal;

public class Main {
    public static void main(String[] args) {
        Signal.handle(new Signal("INT"), signal -> {});
        sun.misc.Unsafe.getUnsafe().allocateMemory(1);
    }
}
