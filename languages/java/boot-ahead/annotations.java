import java.lang.annotation.*;
import java.util.*;

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Repeatable(Notes.class)
@interface Note {
    String value() default "";
    int[] numbers() default {1, 2};
    Class<?> type() default Object.class;
}

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.TYPE_USE, ElementType.PARAMETER})
@interface Notes {
    Note[] value();
}

@Note("one") @Note(value = "two", numbers = 3, type = String.class)
public class Main {
    @FunctionalInterface
    interface Two { void one(); }

    static List<@Note String> all(@Note("p") Map<@Note String, int @Note []> map) { return List.of(); }

    public static void main(String[] args) {
        System.out.println(Arrays.toString(Main.class.getAnnotations()));
    }
}
