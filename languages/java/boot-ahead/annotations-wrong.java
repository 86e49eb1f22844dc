import java.lang.annotation.*;

@Target(ElementType.FIELD)
@interface OnlyFields { int value(); String name(); }

@OnlyFields("x")
public class Main {
    @Override
    public String tostring() { return ""; }

    @FunctionalInterface
    interface Two { void one(); void two(); }

    @SafeVarargs
    void list(java.util.List<String>... lists) {}

    public static void main(String[] args) {}
}
