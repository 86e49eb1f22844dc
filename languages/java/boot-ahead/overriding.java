abstract class Base {
    abstract void must();
    public void open() {}
    final void closed() {}
    static void shared() {}
}

class Derived extends Base {
    void open() {}
    void closed() {}
    void shared() {}
    @Override void nothing() {}
}

interface Both extends Runnable, Comparable<String> {}

public class Main extends String implements Both {
    public static void main(String[] args) { new Base(); }
}
