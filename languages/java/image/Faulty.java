import java.util.*;
import java.util.function.*;
import java.util.nowhere.Nothing;

/** Mistakes as they are made every day. */
public class Faulty {
    interface Shape { double area(); }

    record Square(double side) implements Shape {}

    static int answer(List<String> words) {
        int count = "text";
        for (String word : words) cuont += word.length;
        words.add(3);
        words.foreach(word -> System.out.printn(word));
        Function<Integer, String> shown = n -> n + 1;
    }

    public static void main(String[] args) {
        final int n;
        n = 1;
        n = 2;
        undefined(n);
        Raw<String> raw = new ArrayList();
        throw new Exception("checked");
    }
}
